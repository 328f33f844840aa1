"""The headers of WooCommerce's export in the languages shops use: its exporter translates them.

What is not listed is found by what its cells hold (woocommerce.py): `Type` is never translated.
"""

from __future__ import annotations

from collections.abc import Mapping

HEADERS: Mapping[str, str] = {
    "product_id": "ID",
    "type": "Type,Typ,Tipo,类型,類型,種類,タイプ,Тип,Typ produktu,Tür,유형",
    "sku": "SKU,Artikelnummer,UGS,COD,REF,Artikelnr.,Código,SKU-код,Артикул,货号,貨號",
    "title": "Name,Nom,Nombre,Nome,Naam,名称,名稱,商品名,Имя,Название,Nazwa,Navn,Namn,Nimi,İsim,이름",
    "published": "Published,Veröffentlicht,Publié,Publicado,Pubblicato,Gepubliceerd,已发布,已發佈,公開済み,"
    "Опубликован,Опубликовано,Opublikowano,Yayımlanmış,Publicerad,Publisert,Offentliggjort,공개됨",
    "short": "Short description,Kurzbeschreibung,Description courte,"
    "Descripción corta,Breve descrizione,"
    "Korte beschrijving,Descrição curta,Breve descrição,简短描述,简短说明,簡短描述,簡短說明,短い説明,"
    "Краткое описание,Krótki opis,Kısa açıklama,Kort beskrivning,Kort beskrivelse",
    "description": "Description,Beschreibung,Descripción,Descrizione,"
    "Beschrijving,Descrição,描述,说明,說明,説明,"
    "Описание,Opis,Açıklama,Beskrivning,Beskrivelse",
    "in_stock": "In stock?,Vorrätig?,Auf Lager?,En stock ?,"
    "¿En inventario?,¿Existencias?,¿Hay existencias?,"
    "In stock?,Disponibile?,Op voorraad?,Em estoque?,Em stock?,有货？,有货?,有库存？,有庫存？,在庫あり?,"
    "В наличии?,Наличие,W magazynie?,Stokta?,I lager?,På lager?",
    "stock": "Stock,Lager,Bestand,Lagerbestand,Inventario,Existencias,"
    "Magazzino,Giacenza,Voorraad,Estoque,库存,"
    "庫存,在庫,Запасы,Stan magazynowy,Stok,Lagersaldo,Lagerbeholdning",
    "sale": "Sale price,Angebotspreis,Tarif promo,Prix promo,"
    "Precio rebajado,Prezzo in offerta,Actieprijs,"
    "Aanbiedingsprijs,Preço promocional,促销价格,促销价,特价,特價,セール価格,"
    "Акционная цена,Цена распродажи,"
    "Cena promocyjna,İndirimli fiyat,Reapris,Salgspris,Tilbudspris",
    "price": "Regular price,Regulärer Preis,Tarif régulier,"
    "Prix régulier,Precio normal,Precio regular,"
    "Prezzo di listino,Reguliere prijs,Normale prijs,Preço,Preço normal,常规售价,常规价格,正常价格,原價,"
    "定價,通常価格,Базовая цена,Обычная цена,Cena,Cena regularna,Normal fiyat,Ordinarie pris,Vanlig pris",
    "category": "Categories,Kategorien,Catégories,Categorías,"
    "Categorie,Categorieën,Categorias,分类,分類,カテゴリー,"
    "Категории,Kategorie,Kategoriler,Kategorier",
    "image": "Images,Bilder,Imágenes,Immagini,Afbeeldingen,Imagens,图片,"
    "圖片,画像,Изображения,Obrazki,Görseller,"
    "Billeder",
    "parent": "Parent,Übergeordnetes Produkt,Übergeordnet,Superior,"
    "Genitore,Hoofd,Bovenliggend,Ascendente,"
    "Produto pai,父级,父級,親,Родительский,Nadrzędny,Ebeveyn,Förälder,Forelder",
}  # fmt: skip
"""Our word → the headers it is met under."""

ATTRIBUTES: tuple[tuple[str, str], ...] = (
    (r"attribute (\d+) name", r"attribute (\d+) value\(s\)"),
    (r"attribut (\d+) name", r"attribut (\d+) wert\(e\)"),
    (r"nom de l.attribut (\d+)", r"valeur\(s\) de l.attribut (\d+)"),
    (r"nombre del atributo (\d+)", r"valor\(es\) del atributo (\d+)"),
    (r"nome dell.attributo (\d+)", r"valore/i dell.attributo (\d+)"),
    (r"attribuut (\d+) naam", r"attribuut (\d+) waarde\(n\)"),
    (r"nome do atributo (\d+)", r"valor(?:es|\(es\)) do atributo (\d+)"),
    (r"属性\s*(\d+)\s*名称", r"属性\s*(\d+)\s*(?:的)?值"),
)
"""How the names and values of attribute n are called."""
