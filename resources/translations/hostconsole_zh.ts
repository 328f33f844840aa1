<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Acts</name>
    <message>
        <location filename="../../hostconsole/ui/acts.py" line="25"/>
        <source>back to {item}</source>
        <translation>切回 {item}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/taken_back.py" line="23"/>
        <source>Taken back: {act}</source>
        <translation>已撤销:{act}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/taken_back.py" line="41"/>
        <source>Misfire taken back: {item}. {former} goes on, airing {n}</source>
        <translation>误切已收回:{item},{former} 接着讲,还是第 {n} 次</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/taken_back.py" line="40"/>
        <source>Misfire taken back: {item}. Nothing is on air</source>
        <translation>误切已收回:{item},现在没有讲解中的款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/taken_back.py" line="48"/>
        <source>Back to {item}: airing {n} has begun</source>
        <translation>切回 {item}:第 {n} 次讲解开始</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/acts.py" line="18"/>
        <source>{item} price {was} → {now}</source>
        <translation>{item} 价格 {was} → {now}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/acts.py" line="20"/>
        <source>{item} stock {was} → {now}</source>
        <translation>{item} 库存 {was} → {now}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/acts.py" line="25"/>
        <source>take {item}</source>
        <translation>切到 {item}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/acts.py" line="31"/>
        <source>skip {item}</source>
        <translation>跳过 {item}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/acts.py" line="31"/>
        <source>{item} not skipped</source>
        <translation>{item} 不跳过</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/acts.py" line="35"/>
        <source>move {item}</source>
        <translation>移动 {item}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/acts.py" line="37"/>
        <source>add {item}</source>
        <translation>新增 {item}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/acts.py" line="40"/>
        <source>sheet read again (rows: {count})</source>
        <translation>重读排品表,{count} 行</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/acts.py" line="42"/>
        <source>edit {item}: {field}</source>
        <translation>修改 {item}:{field}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/acts.py" line="44"/>
        <source>next is {item}</source>
        <translation>下一款 {item}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/acts.py" line="59"/>
        <source>link up {item}</source>
        <translation>上链接 {item}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/acts.py" line="59"/>
        <source>link down {item}</source>
        <translation>下链接 {item}</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="194"/>
        <source>OBS is lost: look whether it still sends</source>
        <translation>OBS 断开:看看它还在不在推流</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="195"/>
        <source>OBS is not there: start it, or set its address</source>
        <translation>找不到 OBS:先打开它,或设置它的地址</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="196"/>
        <source>OBS refused the connection: {why}</source>
        <translation>OBS 拒绝连接:{why}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="197"/>
        <source>OBS did not switch to {scene}: send again</source>
        <translation>没切到 {scene},重发</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="198"/>
        <source>OBS shows {scene}: send again, or leave it</source>
        <translation>OBS 现在是 {scene}:重发,或不管</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="199"/>
        <source>Before: {before}. Now: {now}</source>
        <translation>断开前:{before}。现在:{now}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="200"/>
        <source>OBS has no scene {scene}: choose another</source>
        <translation>OBS 没有场景“{scene}”:换一个</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="201"/>
        <source>Dropping {percent} % · safe picture</source>
        <translation>网络丢帧 {percent}% · 救场画面</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="202"/>
        <source>The stream does not arrive · safe picture</source>
        <translation>推流不通 · 救场画面</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="203"/>
        <source>PC too slow {percent} % · close programs</source>
        <translation>电脑跟不上 {percent}% · 关掉别的程序</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="204"/>
        <source>Disk for {minutes} min</source>
        <translation>录像还能录 {minutes} 分钟</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="205"/>
        <source>No sound for 10 s</source>
        <translation>麦克风 10 秒没声音</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="206"/>
        <source>{name} is not up to date: send again</source>
        <translation>{name} 没更新,重发</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="207"/>
        <source>Mic is muted</source>
        <translation>麦克风已静音</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="208"/>
        <source>Rehearsal, but you are streaming!</source>
        <translation>彩排中,但正在推流!</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="209"/>
        <source>Nothing going out</source>
        <translation>没有推出去</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="210"/>
        <source>Host has not seen &apos;{text}&apos;: say it</source>
        <translation>主播没看到“{text}” · 用嘴说</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="211"/>
        <source>Over by {over}</source>
        <translation>超时 {over}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="212"/>
        <source>Now: {label}</source>
        <translation>到点了:{label}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="213"/>
        <source>{minutes} min on air, link not up</source>
        <translation>讲了 {minutes} 分钟还没上链接</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="214"/>
        <source>Oversold by {qty} · frozen · swap, pre-order or refund</source>
        <translation>超卖 {qty} 件 · 已冻结 · 换款/预售/退款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="218"/>
        <source>Sold out · link down</source>
        <translation>售罄 · 下链接</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="224"/>
        <source>Batch gone · {pool} held back, release the next</source>
        <translation>本批抢完 · 未放 {pool},可放下一批</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="225"/>
        <source>{qty} left in all</source>
        <translation>总共只剩 {qty}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="226"/>
        <source>{qty} left in this batch</source>
        <translation>本批剩 {qty}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="227"/>
        <source>Gone in about {about} s</source>
        <translation>约 {about} 秒卖完</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="228"/>
        <source>{feed} says {theirs}, we say {ours}</source>
        <translation>与后台不一致:{feed} {theirs},我 {ours}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="230"/>
        <source>The sheet has changed since · nothing applied yet</source>
        <translation>排品表改过了 · 还没有采用</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="231"/>
        <source>Feed down: count by hand</source>
        <translation>接口断了,手工记</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="232"/>
        <source>No recount for {minutes} min</source>
        <translation>{minutes} 分钟没对数</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="215"/>
        <source>Oversold by {qty} · release the next batch</source>
        <translation>超卖 {qty} 件 · 放下一批</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="216"/>
        <source>Oversold by {qty} · the reserve covers it</source>
        <translation>超卖 {qty} 件 · 预留够补</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="217"/>
        <source>Gift gone: {gift} · change the offer</source>
        <translation>赠品没了:{gift} · 改机制</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="229"/>
        <source>Feeds file not taken: {text}</source>
        <translation>接口文件没采用:{text}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="219"/>
        <source>Sold out, {qty} in {took} s · link down</source>
        <translation>售罄,{qty} 件 {took} 秒 · 下链接</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="220"/>
        <source>Sold out · go on</source>
        <translation>售罄 · 下一款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="221"/>
        <source>Batch gone, {qty} in {took} s · {pool} held back, release the next</source>
        <translation>本批抢完,{qty} 件 {took} 秒 · 未放 {pool},放下一批</translation>
    </message>
</context>
<context>
    <name>Carried</name>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="266"/>
        <source>words</source>
        <translation>话术</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="267"/>
        <source>order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="268"/>
        <source>prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="269"/>
        <source>scenes</source>
        <translation>画面</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="270"/>
        <source>stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="271"/>
        <source>the host&apos;s pace</source>
        <translation>主播语速</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="272"/>
        <source>airings</source>
        <translation>讲解</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="273"/>
        <source>cues</source>
        <translation>提示</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="274"/>
        <source>timers</source>
        <translation>计时</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="327"/>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>Clicker</name>
    <message>
        <location filename="../../hostconsole/ui/clicker_panel.py" line="169"/>
        <source>{key} (any window)</source>
        <translation>{key}(任何窗口)</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/clicker_panel.py" line="131"/>
        <source>Where it works</source>
        <translation>在哪里有效</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/clicker_panel.py" line="162"/>
        <source>Press the button now, or turn the wheel here.</source>
        <translation>现在按那个键,或在这里滚一下滚轮。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/clicker_panel.py" line="133"/>
        <source>In any window: it works with another window in front, which does not get it</source>
        <translation>任何窗口:别的窗口在前面时也有效,那个窗口收不到这个键</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/clicker_panel.py" line="122"/>
        <source>Clicker or pedal</source>
        <translation>翻页笔、踏板</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/clicker_panel.py" line="123"/>
        <source>Use it so</source>
        <translation>就这么用</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/clicker_panel.py" line="124"/>
        <source>Take it from there</source>
        <translation>改给这个用</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/clicker_panel.py" line="143"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/clicker_panel.py" line="143"/>
        <source>Learn a button …</source>
        <translation>学一个键…</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/clicker_panel.py" line="152"/>
        <location filename="../../hostconsole/ui/clicker_panel.py" line="231"/>
        <source> and </source>
        <translation>和</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/clicker_panel.py" line="154"/>
        <source>{keys} arrived. Press the same button once more: some send two keys in turns.</source>
        <translation>收到 {keys}。同一个键再按一次:有的会轮流发两个键。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/clicker_panel.py" line="160"/>
        <source>One button that sends {keys} in turns.</source>
        <translation>一个键轮流发 {keys}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/clicker_panel.py" line="161"/>
        <source>{keys} arrived.</source>
        <translation>收到 {keys}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/clicker_panel.py" line="232"/>
        <source>{keys}: {act}</source>
        <translation>{keys}:{act}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/clicker_panel.py" line="247"/>
        <source>Next point, or a line on</source>
        <translation>下一要点,或往下一行</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/clicker_panel.py" line="248"/>
        <source>Point back, or a line back</source>
        <translation>退一要点,或往上一行</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="10"/>
        <source>Title</source>
        <translation>品名</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="11"/>
        <source>Link number</source>
        <translation>链接号</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="12"/>
        <source>SKU</source>
        <translation>商家编码</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="13"/>
        <source>Price</source>
        <translation>直播价</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="14"/>
        <source>Compared price</source>
        <translation>划线价</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="15"/>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="16"/>
        <source>Minutes</source>
        <translation>时长(分)</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="17"/>
        <source>Start</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="18"/>
        <source>OBS scene</source>
        <translation>OBS 场景</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="19"/>
        <source>Key points</source>
        <translation>要点</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="20"/>
        <source>Script</source>
        <translation>话术</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="21"/>
        <source>Offer</source>
        <translation>机制</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="22"/>
        <source>Gift</source>
        <translation>赠品</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="23"/>
        <source>Limit a buyer</source>
        <translation>限购</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="24"/>
        <source>Variants</source>
        <translation>规格</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="25"/>
        <source>Spec</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="26"/>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="27"/>
        <source>Role</source>
        <translation>定位</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="28"/>
        <source>Kind of row</source>
        <translation>行类型</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="29"/>
        <source>Row id</source>
        <translation>行号</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="30"/>
        <source>Product id</source>
        <translation>商品 ID</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="31"/>
        <source>Floor price</source>
        <translation>底价</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="32"/>
        <source>Lowest of 7 days</source>
        <translation>近7日最低价</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="33"/>
        <source>Release plan</source>
        <translation>放量计划</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="34"/>
        <source>Shipping</source>
        <translation>发货</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="35"/>
        <source>Must say</source>
        <translation>必说</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="36"/>
        <source>Must not say</source>
        <translation>不能说</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="37"/>
        <source>Questions</source>
        <translation>答疑</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="38"/>
        <source>Proof</source>
        <translation>依据</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="39"/>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="40"/>
        <source>Props</source>
        <translation>道具</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="41"/>
        <source>Cues</source>
        <translation>中控动作</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="42"/>
        <source>Host</source>
        <translation>主播</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="43"/>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="63"/>
        <source>Nothing</source>
        <translation>什么也不做</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="18"/>
        <source>Start a rehearsal</source>
        <translation>开始彩排</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="19"/>
        <source>Go live</source>
        <translation>开播</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="20"/>
        <source>End the show</source>
        <translation>下播</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="21"/>
        <source>Take</source>
        <translation>切</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="22"/>
        <source>Take this item</source>
        <translation>切到这一款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="23"/>
        <source>Back</source>
        <translation>切回</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="24"/>
        <source>Make this item next</source>
        <translation>设为下一款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="25"/>
        <source>Next: one up</source>
        <translation>下一款:上移</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="26"/>
        <source>Next: one down</source>
        <translation>下一款:下移</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="27"/>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="28"/>
        <source>Do not skip</source>
        <translation>不跳过</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="29"/>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="30"/>
        <source>Add an item</source>
        <translation>新增一款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="31"/>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="33"/>
        <source>Encore</source>
        <translation>返场</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="34"/>
        <source>Link up</source>
        <translation>上链接</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="35"/>
        <source>Link down</source>
        <translation>下链接</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="36"/>
        <source>Start a countdown</source>
        <translation>开始倒计时</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="37"/>
        <source>Stop the countdown</source>
        <translation>停止倒计时</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="38"/>
        <source>Set the price</source>
        <translation>改价</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="39"/>
        <source>Stock is …</source>
        <translation>库存改为 …</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="40"/>
        <source>Sold so far …</source>
        <translation>已卖 …</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="41"/>
        <source>Pre-ordered so far …</source>
        <translation>已预订数量…</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="42"/>
        <source>Stock by …</source>
        <translation>库存增减 …</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="43"/>
        <source>Release the next batch</source>
        <translation>放下一批</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="44"/>
        <source>Batch gone</source>
        <translation>本批抢完</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="47"/>
        <source>Batch gone, then link down</source>
        <translation>本批抢完,再按下链接</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="48"/>
        <source>Host&apos;s pedal: cue seen, else prompter</source>
        <translation>主播踏板:看到提示,否则提词</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="49"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="50"/>
        <source>Quick bar</source>
        <translation>快捷栏</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="52"/>
        <source>Find in the queue</source>
        <translation>在排品中查找</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="55"/>
        <source>Show the keys</source>
        <translation>查看按键</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="56"/>
        <source>Row is next</source>
        <translation>此行设为下一款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="57"/>
        <source>Take this row</source>
        <translation>切到此行</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="58"/>
        <source>Edit this row</source>
        <translation>修改此行</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="59"/>
        <source>Skip this row, or not</source>
        <translation>跳过此行,或不跳过</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="60"/>
        <source>Encore of this row</source>
        <translation>此行返场</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="61"/>
        <source>Cue seen, else pause</source>
        <translation>看到提示,否则暂停</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="62"/>
        <source>Card or scroll</source>
        <translation>手卡或滚动</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="64"/>
        <source>Prompter: run or pause</source>
        <translation>提词:走 / 停</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="65"/>
        <source>Prompter: faster</source>
        <translation>提词:快一点</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="66"/>
        <source>Prompter: slower</source>
        <translation>提词:慢一点</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="68"/>
        <source>Prompter: to the top</source>
        <translation>提词:回到开头</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="69"/>
        <source>Prompter: a line back</source>
        <translation>提词:退一行</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="70"/>
        <source>Prompter: a line forward</source>
        <translation>提词:进一行</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="71"/>
        <source>Prompter: a paragraph back</source>
        <translation>提词:上一段</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="72"/>
        <source>Prompter: a paragraph forward</source>
        <translation>提词:下一段</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="73"/>
        <source>Prompter: to a place</source>
        <translation>提词:到某处</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="74"/>
        <source>Prompter: to a named mark</source>
        <translation>提词:到标记</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="75"/>
        <source>Prompter: a page forward</source>
        <translation>提词:下一页</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="76"/>
        <source>Prompter: a page back</source>
        <translation>提词:上一页</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="77"/>
        <source>Point said</source>
        <translation>要点已说</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="78"/>
        <source>Cue to the host</source>
        <translation>给主播提示</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="79"/>
        <source>Cue seen</source>
        <translation>提示已看到</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="80"/>
        <source>Acknowledge the alert</source>
        <translation>知道了(告警)</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="81"/>
        <source>Mark this moment</source>
        <translation>打点</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="82"/>
        <source>Start a timer</source>
        <translation>开始计时</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="83"/>
        <source>Timer is done</source>
        <translation>计时完成</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="84"/>
        <source>Go on with the session</source>
        <translation>接着本场继续</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="85"/>
        <source>Why it was corrected</source>
        <translation>为什么更正</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="86"/>
        <source>Hand over the desk</source>
        <translation>交接班</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="87"/>
        <source>Do the next step</source>
        <translation>做下一步</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="88"/>
        <source>Step done</source>
        <translation>这一步做完了</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="91"/>
        <source>Who sits at the desk</source>
        <translation>谁在中控</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="92"/>
        <source>Send to OBS again</source>
        <translation>重发给 OBS</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="93"/>
        <source>Safe picture, and back</source>
        <translation>救场画面,再按回来</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="94"/>
        <source>Restore OBS as it was</source>
        <translation>恢复 OBS 原状</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="96"/>
        <source>Start or stop the stream</source>
        <translation>开始或停止推流</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="97"/>
        <source>Start or stop the recording</source>
        <translation>开始或停止录像</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="98"/>
        <source>Start or stop the virtual camera</source>
        <translation>开启或关闭虚拟摄像头</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="101"/>
        <source>Read the sheet again</source>
        <translation>重读排品表</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="102"/>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="103"/>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="89"/>
        <source>Ready before the show</source>
        <translation>开播前就绪</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="90"/>
        <source>From when to when the show lasts</source>
        <translation>直播起止时间</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="54"/>
        <source>Rehearse the keys</source>
        <translation>试按键</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="53"/>
        <source>Open a run-sheet</source>
        <translation>打开排品表</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="95"/>
        <source>Make the missing scenes in OBS</source>
        <translation>在 OBS 中建好缺少的场景</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="67"/>
        <source>Prompter: pace</source>
        <translation>提词:速度</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="51"/>
        <source>Copy for the platform</source>
        <translation>复制给后台</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="32"/>
        <source>Duplicate</source>
        <translation>复制一款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="99"/>
        <source>Save the sheet</source>
        <translation>保存排品表</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="45"/>
        <source>Settle what is oversold</source>
        <translation>处理超卖</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="46"/>
        <source>No gift any more</source>
        <translation>去掉赠品</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="100"/>
        <source>Read the feeds file again</source>
        <translation>重新读取接口文件</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <location filename="../../hostconsole/app/stills.py" line="70"/>
        <source>No picture: OBS is busy</source>
        <translation>没有画面:OBS 正忙</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_column.py" line="181"/>
        <source>Seen {s} s ago</source>
        <translation>{s} 秒前看到</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_column.py" line="182"/>
        <source>Seen {min} min ago</source>
        <translation>{min} 分钟前看到</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/alert_row.py" line="175"/>
        <source>OBS is simulated: nothing goes out</source>
        <translation>OBS 是模拟的:什么也没推出去</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/alert_row.py" line="179"/>
        <source>No alert · nothing is recorded</source>
        <translation>没有告警 · 没在录像</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/alert_row.py" line="177"/>
        <source>No OBS: nobody watches what goes out</source>
        <translation>没连 OBS:推出去的画面没人盯</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/done_line.py" line="117"/>
        <source>Carried on from {time}; nothing was sent to OBS</source>
        <translation>从 {time} 接着来,没有向 OBS 发任何东西</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_actions.py" line="95"/>
        <source>All gone</source>
        <translation>全部抢完</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_actions.py" line="56"/>
        <source>Set price</source>
        <translation>改价</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_actions.py" line="57"/>
        <source>Count stock</source>
        <translation>对库存</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_actions.py" line="58"/>
        <source>Mark</source>
        <translation>打点</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_actions.py" line="59"/>
        <location filename="../../hostconsole/ui/air_actions.py" line="101"/>
        <location filename="../../hostconsole/ui/handover_card.py" line="179"/>
        <source>Safe picture</source>
        <translation>救场画面</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_actions.py" line="60"/>
        <location filename="../../hostconsole/ui/air_actions.py" line="97"/>
        <source>Release</source>
        <translation>放库存</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_actions.py" line="101"/>
        <location filename="../../hostconsole/ui/moment.py" line="89"/>
        <source>Back from safe</source>
        <translation>从救场回来</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/alert_row.py" line="75"/>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/points.py" line="117"/>
        <source>+{count} more</source>
        <translation>还有 {count} 条</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/alert_row.py" line="91"/>
        <location filename="../../hostconsole/ui/preflight_panel.py" line="166"/>
        <source>{count} more</source>
        <translation>还有 {count} 条</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/alert_row.py" line="180"/>
        <source>All well</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/alert_row.py" line="171"/>
        <source>The session has ended</source>
        <translation>本场已结束</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/alert_row.py" line="173"/>
        <source>Nothing is running yet</source>
        <translation>还没有开始</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/console_window.py" line="269"/>
        <location filename="../../hostconsole/ui/plan_panel.py" line="208"/>
        <source>No show</source>
        <translation>没有场次</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/cue_pad.py" line="60"/>
        <source>Cues</source>
        <translation>提示</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/cue_pad.py" line="61"/>
        <source>First ten</source>
        <translation>前十条</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/cue_pad.py" line="61"/>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/cue_pad.py" line="104"/>
        <source>Which question? Enter sends</source>
        <translation>答哪个问题?回车发送</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/cue_pad.py" line="105"/>
        <source>Words of your own, Enter sends</source>
        <translation>自己写一句,回车发送</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/do_line.py" line="100"/>
        <source>NOW DO</source>
        <translation>现在做</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/do_line.py" line="108"/>
        <source>Nothing more is to be done for this item</source>
        <translation>这一款没有要做的了</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/do_line.py" line="110"/>
        <source>Start a rehearsal, or go live</source>
        <translation>开始彩排,或者开播</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/do_line.py" line="146"/>
        <source>Link opens in {s}</source>
        <translation>{s} 秒后上链接</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/do_line.py" line="146"/>
        <source>Countdown {s}</source>
        <translation>倒计时 {s}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/done_line.py" line="79"/>
        <source>JUST DONE</source>
        <translation>刚才</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/done_line.py" line="90"/>
        <source>Nothing yet</source>
        <translation>还没有操作</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/done_line.py" line="108"/>
        <location filename="../../hostconsole/ui/done_line.py" line="204"/>
        <source>Undo: {act}</source>
        <translation>撤销:{act}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/done_line.py" line="133"/>
        <source>Marked</source>
        <translation>已打点</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/done_line.py" line="143"/>
        <source>Kept: {kept}. Dropped: {dropped}.</source>
        <translation>保留:{kept}。清零:{dropped}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_rows.py" line="94"/>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/next_card.py" line="77"/>
        <location filename="../../hostconsole/ui/stills.py" line="102"/>
        <source>NEXT</source>
        <translation>下一款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/next_card.py" line="95"/>
        <source>Nothing is next. Choose a row: Enter, or double-click.</source>
        <translation>没有下一款。选一行:按回车,或双击。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/next_card.py" line="111"/>
        <source>{count} held back</source>
        <translation>未放 {count}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/next_card.py" line="117"/>
        <source>scene stays</source>
        <translation>画面不变</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/next_card.py" line="120"/>
        <source>props: {props}</source>
        <translation>备:{props}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/next_card.py" line="142"/>
        <source>then: {names}</source>
        <translation>再下:{names}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/number_editor.py" line="63"/>
        <location filename="../../hostconsole/ui/row_editor.py" line="69"/>
        <source>Set</source>
        <translation>确定</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/number_editor.py" line="65"/>
        <location filename="../../hostconsole/ui/row_editor.py" line="71"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/number_editor.py" line="125"/>
        <source>Under the floor. Enter again sets it.</source>
        <translation>低于底价,再按回车才改。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/number_editor.py" line="127"/>
        <source>Far from the plan. Enter again sets it.</source>
        <translation>与计划价差太多,再按回车才改。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/on_air_card.py" line="119"/>
        <location filename="../../hostconsole/ui/plan_model.py" line="211"/>
        <location filename="../../hostconsole/ui/queue_model.py" line="158"/>
        <location filename="../../hostconsole/ui/row_editor.py" line="62"/>
        <source>Price</source>
        <translation>价</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/on_air_card.py" line="120"/>
        <location filename="../../hostconsole/ui/queue_model.py" line="159"/>
        <source>Left</source>
        <translation>剩</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/on_air_card.py" line="139"/>
        <location filename="../../hostconsole/ui/stills.py" line="101"/>
        <source>ON AIR</source>
        <translation>讲解中</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/on_air_card.py" line="172"/>
        <source>On sale {time}</source>
        <translation>在售 {time}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/number_editor.py" line="110"/>
        <source>Planned {planned} · floor {floor}</source>
        <translation>计划 {planned} · 底价 {floor}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/number_editor.py" line="103"/>
        <source>Price · {item}</source>
        <translation>价 · {item}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/number_editor.py" line="104"/>
        <source>Stock is · {item}</source>
        <translation>库存 · {item}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/number_editor.py" line="94"/>
        <source>Not set, as it is no longer on air: {what} {typed}</source>
        <translation>已不在播,没有改:{what} {typed}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/row_card.py" line="163"/>
        <source>Not kept, as its row is gone: {typed}</source>
        <translation>这一行已不在,没有保存:{typed}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/number_editor.py" line="113"/>
        <source>As counted now; it keeps your name and the time</source>
        <translation>现在数到的数;记下你的名字和时间</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/on_air_card.py" line="225"/>
        <source>NOTHING ON AIR</source>
        <translation>没有讲解中的款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/on_air_card.py" line="229"/>
        <source>Take puts the next item on air.</source>
        <translation>按“切”,下一款就上。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/on_air_card.py" line="231"/>
        <source>This session has ended. Its log is in Review.</source>
        <translation>本场已结束,记录在“复盘”里。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/on_air_card.py" line="233"/>
        <source>Start a rehearsal or go live: the buttons are at the bottom right.</source>
        <translation>开始彩排或开播:按钮在右下角。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/on_air_card.py" line="238"/>
        <source>SAFE PICTURE</source>
        <translation>救场画面</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/on_air_card.py" line="258"/>
        <source>Airing {n}</source>
        <translation>第 {n} 次讲解</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/on_air_card.py" line="263"/>
        <source>limit {limit}</source>
        <translation>限 {limit}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/on_air_card.py" line="270"/>
        <source>Say</source>
        <translation>要说</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/on_air_card.py" line="271"/>
        <source>Don&apos;t say</source>
        <translation>别说</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/on_air_card.py" line="272"/>
        <source>Note</source>
        <translation>注意</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/on_air_card.py" line="273"/>
        <source>Answers</source>
        <translation>答疑</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/phrases.py" line="80"/>
        <source>Link {number}</source>
        <translation>{number} 号</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/phrases.py" line="93"/>
        <source>{by} {time}</source>
        <translation>{by} {time}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/phrases.py" line="97"/>
        <source>{feed} · {age} s ago</source>
        <translation>{feed} · {age} 秒前</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/phrases.py" line="98"/>
        <source>from the sheet</source>
        <translation>来自排品表</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/plan_model.py" line="169"/>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/plan_model.py" line="170"/>
        <source>Segment</source>
        <translation>环节</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/plan_model.py" line="171"/>
        <source>Encore</source>
        <translation>返场</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/plan_model.py" line="208"/>
        <location filename="../../hostconsole/ui/queue_model.py" line="156"/>
        <source>Link</source>
        <translation>号</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/plan_model.py" line="209"/>
        <location filename="../../hostconsole/ui/queue_model.py" line="157"/>
        <location filename="../../hostconsole/ui/row_editor.py" line="61"/>
        <source>Title</source>
        <translation>品名</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/plan_model.py" line="210"/>
        <location filename="../../hostconsole/ui/session_list.py" line="85"/>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/plan_model.py" line="212"/>
        <location filename="../../hostconsole/ui/prepare_room.py" line="273"/>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/plan_model.py" line="213"/>
        <location filename="../../hostconsole/ui/queue_model.py" line="160"/>
        <source>Min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/plan_model.py" line="215"/>
        <location filename="../../hostconsole/ui/row_editor.py" line="64"/>
        <source>Scene</source>
        <translation>画面</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/plan_model.py" line="216"/>
        <source>Points</source>
        <translation>要点</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/points.py" line="67"/>
        <source>Key points {said}/{of}</source>
        <translation>要点 {said}/{of}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/points.py" line="69"/>
        <source>No key points for this item</source>
        <translation>这一款没有要点</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/prepare_room.py" line="275"/>
        <source>Language of the windows</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/prepare_room.py" line="276"/>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/prepare_room.py" line="279"/>
        <source>Your name: it stands in the log</source>
        <translation>你的名字,会记在日志里</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/plan_panel.py" line="233"/>
        <source>{items} items · {products} products · {minutes} minutes planned</source>
        <translation>{items} 款 · {products} 个商品 · 计划 {minutes} 分钟</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/queue_panel.py" line="68"/>
        <source>Queue</source>
        <translation>排品</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/queue_panel.py" line="69"/>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/queue_panel.py" line="70"/>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/queue_panel.py" line="89"/>
        <source>{count} skipped</source>
        <translation>跳过 {count}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/queue_panel.py" line="147"/>
        <source>Open</source>
        <translation>已开锁</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/queue_panel.py" line="147"/>
        <source>Locked</source>
        <translation>已锁</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/queue_panel.py" line="148"/>
        <source>Open the lock to move rows by dragging</source>
        <translation>开锁后可拖动排序</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/queue_rows.py" line="113"/>
        <source>On air</source>
        <translation>讲解中</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/queue_rows.py" line="114"/>
        <source>Next</source>
        <translation>下一款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/queue_rows.py" line="115"/>
        <source>Skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/queue_rows.py" line="116"/>
        <source>Aired</source>
        <translation>已讲</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/queue_rows.py" line="117"/>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/queue_rows.py" line="138"/>
        <source>Sold out</source>
        <translation>售罄</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/review_room.py" line="132"/>
        <source>Sessions</source>
        <translation>场次记录</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/review_room.py" line="133"/>
        <source>Rehearsals never enter live totals.</source>
        <translation>彩排不计入直播合计。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/review_room.py" line="135"/>
        <source>No session yet: each rehearsal and each show will stand here, with its log.</source>
        <translation>还没有记录:每次彩排和直播都会列在这里。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/review_room.py" line="271"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/review_room.py" line="210"/>
        <source>The export failed: {why}</source>
        <translation>导出失败:{why}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/review_words.py" line="25"/>
        <source>Saved: {path}</source>
        <translation>已存到:{path}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_list.py" line="84"/>
        <source>Show</source>
        <translation>直播场次</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_list.py" line="86"/>
        <source>Started</source>
        <translation>开始</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_list.py" line="87"/>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_list.py" line="95"/>
        <source>Preparation</source>
        <translation>备播</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_list.py" line="96"/>
        <source>Rehearsal</source>
        <translation>彩排</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_list.py" line="97"/>
        <location filename="../../hostconsole/ui/status_line.py" line="116"/>
        <source>Live</source>
        <translation>直播</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/status_line.py" line="229"/>
        <source>SIMULATED</source>
        <translation>模拟</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_list.py" line="106"/>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/row_editor.py" line="63"/>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/row_card.py" line="92"/>
        <location filename="../../hostconsole/ui/row_editor.py" line="65"/>
        <source>Key points</source>
        <translation>要点</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/handover_card.py" line="90"/>
        <location filename="../../hostconsole/ui/obs_switches.py" line="66"/>
        <location filename="../../hostconsole/ui/session_buttons.py" line="42"/>
        <source>hold 1 s</source>
        <translation>按住 1 秒</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_buttons.py" line="44"/>
        <source>Start rehearsal</source>
        <translation>开始彩排</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_buttons.py" line="45"/>
        <source>Go live</source>
        <translation>开播</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_buttons.py" line="47"/>
        <source>End</source>
        <translation>下播</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/status_line.py" line="115"/>
        <source>Prepare</source>
        <translation>备播</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/status_line.py" line="117"/>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/status_line.py" line="121"/>
        <source>Solo</source>
        <translation>单人</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/status_line.py" line="122"/>
        <source>For one person alone: card above, controls below</source>
        <translation>一个人用:上面手卡,下面按键</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/start_page.py" line="193"/>
        <location filename="../../hostconsole/ui/start_page.py" line="194"/>
        <location filename="../../hostconsole/ui/status_line.py" line="123"/>
        <location filename="../../hostconsole/ui/status_line.py" line="124"/>
        <source>Show the keys</source>
        <translation>查看按键</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/status_line.py" line="190"/>
        <source>On time · ends {end}</source>
        <translation>准时 · {end} 完</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/status_line.py" line="192"/>
        <source>Late {time} · ends {end}</source>
        <translation>晚 {time} · {end} 完</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/status_line.py" line="194"/>
        <source>Early {time} · ends {end}</source>
        <translation>早 {time} · {end} 完</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/status_line.py" line="200"/>
        <source>NOT SAVED: {count}, retrying</source>
        <translation>没存上 {count} 条,正在重试</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/status_line.py" line="207"/>
        <source>{count} keys off</source>
        <translation>{count} 个键无效</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/status_line.py" line="222"/>
        <source>NO SHOW</source>
        <translation>没有场次</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/status_line.py" line="223"/>
        <source>READY</source>
        <translation>备播</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/status_line.py" line="224"/>
        <source>REHEARSAL</source>
        <translation>彩排</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/status_line.py" line="225"/>
        <source>LIVE</source>
        <translation>直播 LIVE</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/status_line.py" line="226"/>
        <source>ENDED</source>
        <translation>已结束</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/stock_line.py" line="60"/>
        <location filename="../../hostconsole/ui/stock_line.py" line="100"/>
        <source>not counted</source>
        <translation>未计数</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/stock_line.py" line="97"/>
        <source>batch {n} of {of}</source>
        <translation>第 {n}/{of} 批</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/stock_line.py" line="102"/>
        <source>oversold</source>
        <translation>超卖</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/stock_line.py" line="104"/>
        <source>sold out</source>
        <translation>售罄</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/stock_line.py" line="112"/>
        <source>Held back {count}</source>
        <translation>未放 {count}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/stock_line.py" line="114"/>
        <source>Reserve {count}</source>
        <translation>预留 {count}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/stock_line.py" line="115"/>
        <source>Sold {count}</source>
        <translation>已卖 {count}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/stock_line.py" line="117"/>
        <source>{count}/min</source>
        <translation>{count}/分钟</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/stock_line.py" line="120"/>
        <source>Pre-ordered {count}</source>
        <translation>预订 {count}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/stock_line.py" line="122"/>
        <source>Unpaid {count}</source>
        <translation>未付 {count}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/stock_line.py" line="132"/>
        <source>not assigned {count}</source>
        <translation>未分 {count}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_column.py" line="95"/>
        <source>Host</source>
        <translation>主播</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_column.py" line="133"/>
        <source>Nothing sent yet</source>
        <translation>还没有发过提示</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_column.py" line="140"/>
        <source>Not seen</source>
        <translation>没看到</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_column.py" line="143"/>
        <source>Sent {age} s ago</source>
        <translation>已发 {age} 秒</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_column.py" line="158"/>
        <source>{pace} words/min · {share} %</source>
        <translation>{pace} 词/分 · {share}%</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_column.py" line="160"/>
        <source>{pace}/min · {share} %</source>
        <translation>{pace} 字/分 · {share}%</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_column.py" line="175"/>
        <source>Pause</source>
        <translation>停</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_column.py" line="175"/>
        <source>Run</source>
        <translation>走</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/offer_bar.py" line="43"/>
        <source>A session of this sheet was left at {time} and not ended.</source>
        <translation>这张排品表有一场在 {time} 中断,没有下播。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/offer_bar.py" line="45"/>
        <source>Go on with it</source>
        <translation>接着播</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/offer_bar.py" line="46"/>
        <source>Leave it</source>
        <translation>不管它</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_column.py" line="109"/>
        <location filename="../../hostconsole/ui/host_column.py" line="110"/>
        <source>What the host sees</source>
        <translation>主播看到什么</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_miniature.py" line="84"/>
        <source>No picture of the host&apos;s screen yet</source>
        <translation>还没有主播屏的画面</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/plan_model.py" line="130"/>
        <source>Reading the script takes longer than is planned</source>
        <translation>念完稿子比计划的时间长</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/plan_model.py" line="214"/>
        <source>Read</source>
        <translation>念</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/plan_panel.py" line="240"/>
        <source>ends {end} if it begins now</source>
        <translation>现在开始,{end} 完</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/read_times.py" line="54"/>
        <source>{time} to read, at the host&apos;s own {pace}</source>
        <translation>稿子念 {time},按主播自己的 {pace}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/read_times.py" line="56"/>
        <source>{time} to read, at {pace}</source>
        <translation>稿子念 {time},按 {pace}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/read_times.py" line="65"/>
        <source>{count} words/min</source>
        <translation>{count} 词/分</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/read_times.py" line="66"/>
        <source>{count} characters/min</source>
        <translation>{count} 字/分</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/number_editor.py" line="129"/>
        <source>Far more than there ever was. Enter again sets it.</source>
        <translation>远多于备货量。再按 Enter 才改。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/clipboard.py" line="40"/>
        <source>Copied for {name}: product {text}</source>
        <translation>已复制 {name} 商品ID {text}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/clipboard.py" line="41"/>
        <source>Copied for {name}: stock {text}</source>
        <translation>已复制 {name} 库存 {text}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/clipboard.py" line="42"/>
        <source>Copied for {name}: price {text}</source>
        <translation>已复制 {name} 价格 {text}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/queue_model.py" line="109"/>
        <source>OBS does not have its scene</source>
        <translation>OBS 里没有它的场景</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/plan_panel.py" line="118"/>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/plan_panel.py" line="118"/>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/plan_panel.py" line="119"/>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/plan_panel.py" line="124"/>
        <source>This show has no items yet. Add one here, or paste a table: copy it in Excel, WPS, Feishu or Tencent Docs and press Ctrl+V. A column of titles is enough.</source>
        <translation>本场还没有款。可在这里添加,或粘贴表格:在 Excel、WPS、飞书或腾讯文档里复制,按 Ctrl+V。有一列品名就够。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/plan_panel.py" line="156"/>
        <source>New product</source>
        <translation>新商品</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/plan_panel.py" line="193"/>
        <source>Saved: {name}</source>
        <translation>已保存:{name}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/row_card.py" line="91"/>
        <source>Offer</source>
        <translation>机制</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/row_card.py" line="93"/>
        <source>Script</source>
        <translation>话术</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/row_card.py" line="94"/>
        <source>Proof</source>
        <translation>依据</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/row_card.py" line="98"/>
        <source>parted by |</source>
        <translation>用 | 隔开</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/row_card.py" line="99"/>
        <source>Picture …</source>
        <translation>图片…</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/row_card.py" line="100"/>
        <source>Last airings</source>
        <translation>最近几次讲解</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/row_card.py" line="205"/>
        <source>Choose a picture</source>
        <translation>选一张图片</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/row_card.py" line="229"/>
        <source>none in the log</source>
        <translation>日志里没有</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/row_card.py" line="246"/>
        <source>{count} sold</source>
        <translation>卖 {count}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/row_card.py" line="255"/>
        <source>gone in {seconds} s</source>
        <translation>{seconds} 秒抢完</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/hand_ticks.py" line="58"/>
        <source>Links prepared</source>
        <translation>链接已备好</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/hand_ticks.py" line="59"/>
        <source>Title and cover</source>
        <translation>标题和封面</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/hand_ticks.py" line="60"/>
        <source>Hotspot tried</source>
        <translation>热点已试</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/hand_ticks.py" line="64"/>
        <source>From – to</source>
        <translation>起止时间</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_panel.py" line="89"/>
        <source>Pre-flight</source>
        <translation>开播检查</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_panel.py" line="131"/>
        <source>{count} to look at</source>
        <translation>{count} 处要看</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_panel.py" line="166"/>
        <source>Fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_panel.py" line="179"/>
        <source>Goods</source>
        <translation>货</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_panel.py" line="180"/>
        <source>Prices</source>
        <translation>价</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_panel.py" line="181"/>
        <source>Words</source>
        <translation>话术</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_panel.py" line="182"/>
        <source>Pictures</source>
        <translation>画面</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_panel.py" line="183"/>
        <source>People</source>
        <translation>人</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/alert_row.py" line="159"/>
        <source>Say the stock</source>
        <translation>报库存</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/alert_row.py" line="163"/>
        <source>Count</source>
        <translation>记数</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/stock_line.py" line="71"/>
        <source>gift {name} {left}</source>
        <translation>赠品 {name} {left}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/sales_curve.py" line="84"/>
        <source>Sold in the last five minutes, ten seconds a bar</source>
        <translation>最近五分钟卖出,每格十秒</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/sales_curve.py" line="94"/>
        <source>nothing sold for {time}</source>
        <translation>{time} 没出单</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/sales_curve.py" line="97"/>
        <source>longest gap {time}</source>
        <translation>最长 {time} 没出单</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/phrases.py" line="74"/>
        <source>This show has no items. Open a run-sheet in Prepare, or add them there.</source>
        <translation>这一场还没有款。在“备播”里打开排品表，或在那里添加。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_column.py" line="106"/>
        <location filename="../../hostconsole/ui/host_column.py" line="107"/>
        <source>Edit the script</source>
        <translation>改稿子</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/stock_line.py" line="84"/>
        <source>gift gone: {names}</source>
        <translation>赠品没了:{names}</translation>
    </message>
</context>
<context>
    <name>End</name>
    <message>
        <location filename="../../hostconsole/ui/end_card.py" line="105"/>
        <source>The session has ended</source>
        <translation>本场已结束</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/end_card.py" line="106"/>
        <source>Why was this corrected? Enter keeps it.</source>
        <translation>当时为什么改?回车保存。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/end_card.py" line="107"/>
        <source>Stop the stream</source>
        <translation>停止推流</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/end_card.py" line="108"/>
        <source>Stop the recording</source>
        <translation>停止录像</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/end_card.py" line="109"/>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/end_card.py" line="112"/>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/end_card.py" line="149"/>
        <source>Still up on the platform: {links}</source>
        <translation>平台上还开着:{links}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/end_card.py" line="152"/>
        <source>No link is up</source>
        <translation>没有链接开着</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/end_card.py" line="179"/>
        <source>OBS is not connected: look there what still runs</source>
        <translation>没连上 OBS:请自己看看还有什么在运行</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/end_card.py" line="184"/>
        <source>Still running: {outputs}</source>
        <translation>还在运行:{outputs}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/end_card.py" line="185"/>
        <source>Nothing goes out and nothing is recorded</source>
        <translation>没有在推流,也没有在录像</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/end_card.py" line="223"/>
        <source>{item} price {was} → {now}</source>
        <translation>{item} 价 {was} → {now}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/end_card.py" line="226"/>
        <source>{item} stock {was} → {now}</source>
        <translation>{item} 库存 {was} → {now}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/end_card.py" line="110"/>
        <source>Open the report</source>
        <translation>打开复盘报告</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/end_card.py" line="167"/>
        <source>The log is kept; the report is being written</source>
        <translation>日志已保存,正在写复盘报告</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/end_card.py" line="169"/>
        <source>The log is kept; the report failed: {why}</source>
        <translation>日志已保存;报告没写成:{why}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/end_card.py" line="172"/>
        <source>The log is kept, the report is written</source>
        <translation>日志已保存,复盘报告已写好</translation>
    </message>
</context>
<context>
    <name>Feeds</name>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="14"/>
        <source>Cannot be reached</source>
        <translation>连不上</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="15"/>
        <source>Did not answer in time</source>
        <translation>没有及时回应</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="16"/>
        <source>Is busy and asks for a pause</source>
        <translation>对方忙,要求稍等</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="17"/>
        <source>Answers with an error</source>
        <translation>返回错误</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="18"/>
        <source>Answers with a web page</source>
        <translation>返回的是网页</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="19"/>
        <source>The answer cannot be read</source>
        <translation>返回内容读不懂</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="20"/>
        <source>The answer has no list where rows = … says</source>
        <translation>返回里没有 rows = … 指的列表</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="21"/>
        <source>The shop reports an error</source>
        <translation>店铺报错</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="22"/>
        <source>The login was refused</source>
        <translation>登录被拒</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="23"/>
        <source>A secret is not there</source>
        <translation>缺少密钥</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="24"/>
        <source>Cannot prove who it is</source>
        <translation>证书验证不过</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="25"/>
        <source>Points to another place</source>
        <translation>跳转到别处</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="26"/>
        <source>The pages do not end</source>
        <translation>翻页没有尽头</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="27"/>
        <source>The file cannot be used</source>
        <translation>文件不能用</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="28"/>
        <source>The answer is too large</source>
        <translation>返回内容太大</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="49"/>
        <source>Down: count by hand</source>
        <translation>断了,手工记</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="53"/>
        <source>Waiting for the first answer</source>
        <translation>等第一次回应</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="55"/>
        <source>No numbers</source>
        <translation>没有数</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="58"/>
        <source>{age} s ago</source>
        <translation>{age} 秒前</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="68"/>
        <source>Feed down: {names}</source>
        <translation>接口断了:{names}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="71"/>
        <source>Stock {words}</source>
        <translation>库存 {words}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="75"/>
        <source>{found} of {wanted} SKUs have a number</source>
        <translation>{wanted} 个编码中 {found} 个有数</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="80"/>
        <source>not known to the shop: {names}</source>
        <translation>店铺不认识:{names}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="95"/>
        <source>Odd figures: {odd}</source>
        <translation>异常数值:{odd}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feeds_page.py" line="82"/>
        <source>Live stock</source>
        <translation>实时库存</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feeds_page.py" line="84"/>
        <source>Try now</source>
        <translation>试一次</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feeds_page.py" line="85"/>
        <source>Copy an example</source>
        <translation>复制示例</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feeds_page.py" line="86"/>
        <source>Back to the plan</source>
        <translation>回到排品</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feeds_page.py" line="115"/>
        <source>Copied: an example of feeds.toml</source>
        <translation>已复制 feeds.toml 示例</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feeds_page.py" line="158"/>
        <source>The product on air is asked for every few seconds, the rest of the queue every 15 to 30. A feed that fails costs a lamp, not the show: count by hand meanwhile.</source>
        <translation>讲解中的款每几秒查一次,其余每 15–30 秒。接口断了只亮灯,不影响直播:先手工记。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feeds_page.py" line="83"/>
        <source>Read the file again</source>
        <translation>重新读取文件</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feeds_page.py" line="166"/>
        <source>No shop or file is connected: stock is counted by hand, and the console asks for a recount every five minutes while a link is up. To connect one, write it into {path}: it is read once it is saved.</source>
        <translation>没有接店铺或文件:库存靠手工记,链接在售时每五分钟提醒对数。要接入,请写到 {path},保存后自动读取。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="33"/>
        <source>nothing said</source>
        <translation>没给数</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="34"/>
        <source>no number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="35"/>
        <source>far too much</source>
        <translation>大得离谱</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="36"/>
        <source>rounded down</source>
        <translation>已舍去小数</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="37"/>
        <source>oversold in the shop</source>
        <translation>店里已超卖</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="38"/>
        <source>what is reserved is no number</source>
        <translation>占用数不是数字</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="39"/>
        <source>there twice, the lower one taken</source>
        <translation>出现两次,取小的</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="40"/>
        <source>the expression does not fit</source>
        <translation>表达式对不上</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/feed_words.py" line="41"/>
        <source>sold out, the shop says</source>
        <translation>店铺说售罄</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="9"/>
        <source>the price is above the compared price</source>
        <translation>价格高于划线价</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="10"/>
        <source>some characters could not be read</source>
        <translation>有些字符读不出来</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="11"/>
        <source>this cell cannot be taken as it is</source>
        <translation>这一格没法照写的用</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="12"/>
        <source>the price is below the floor</source>
        <translation>价格低于底价</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="13"/>
        <source>the reserve is larger than the stock</source>
        <translation>预留比库存还多</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="14"/>
        <source>what the columns were read as</source>
        <translation>各列读成了什么</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="15"/>
        <source>the currency was guessed or is unknown</source>
        <translation>币种是猜的,或不认识</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="16"/>
        <source>this id is there twice; the row got one of its own</source>
        <translation>编号重复,已另给一个</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="17"/>
        <source>this link number is there twice</source>
        <translation>链接号重复</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="18"/>
        <source>this SKU is there twice; the rows share its stock</source>
        <translation>SKU 重复,这几行共用库存</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="19"/>
        <source>an encore has its product&apos;s stock, not its own</source>
        <translation>返场用原商品的库存,不另计</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="20"/>
        <source>this cell was guessed: look at it</source>
        <translation>这一格是猜的,请看一眼</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="21"/>
        <source>the file&apos;s encoding was guessed</source>
        <translation>文件编码是猜的</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="22"/>
        <source>taken as a heading, not as an item</source>
        <translation>当作小标题,不算一款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="23"/>
        <source>a cell is too large and was cut</source>
        <translation>有一格太长,已截断</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="36"/>
        <source>other sheets look like this one and were not read</source>
        <translation>还有工作表也像排品表,未读取</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="27"/>
        <source>no title column in the first 20 rows: nothing can be read</source>
        <translation>前 20 行没有品名列,读不出内容</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="28"/>
        <source>the sheet has no items</source>
        <translation>表里没有任何一款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="29"/>
        <source>the picture&apos;s file is not there</source>
        <translation>图片文件不存在</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="30"/>
        <source>no price</source>
        <translation>没有价格</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="31"/>
        <source>no OBS scene</source>
        <translation>没有 OBS 场景</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="32"/>
        <source>no script and no key points</source>
        <translation>没有话术,也没有要点</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="33"/>
        <source>no stock</source>
        <translation>没有库存</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="34"/>
        <source>no title: the row was left out</source>
        <translation>没有品名,这行没有收</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="38"/>
        <source>pre-order quantity and release plan differ</source>
        <translation>预售数量和放量计划对不上</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="39"/>
        <source>the price was read from a text: look at it</source>
        <translation>价格是从文字里读的,请看一眼</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="40"/>
        <source>the sheet was read</source>
        <translation>已读完排品表</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="41"/>
        <source>release plan and stock differ</source>
        <translation>放量计划和库存对不上</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="42"/>
        <source>this long number was rounded by the spreadsheet: store it as text</source>
        <translation>长数字已被表格四舍五入:请存成文本</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="45"/>
        <source>this kind of row is unknown</source>
        <translation>不认识这种行</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="46"/>
        <source>the script&apos;s file cannot be read</source>
        <translation>话术文件读不了</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="47"/>
        <source>a setting cannot be used</source>
        <translation>有一项设置不能用</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="52"/>
        <source>planned starts are times of day</source>
        <translation>计划开始写的是钟点</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="53"/>
        <source>more cells than headings: the row was left out</source>
        <translation>格子比表头多,这行没有收</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="54"/>
        <source>taken as a row of totals, not as an item</source>
        <translation>当作合计行,不算一款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="55"/>
        <source>a quotation mark is never closed</source>
        <translation>有引号没有闭合</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="56"/>
        <source>columns that are kept but not used</source>
        <translation>保留但没用到的列</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="58"/>
        <source>the encore&apos;s product is not in the sheet</source>
        <translation>返场的原商品不在表里</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="59"/>
        <source>variants and stock differ</source>
        <translation>款式数量和库存对不上</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="60"/>
        <source>not every variant is counted: the variants and their counts were left out</source>
        <translation>有的款式没有数量:各款式及其数量没有读入</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="24"/>
        <source>a cell of another kind stands here: the row is shifted and was left out</source>
        <translation>这格的内容对不上:这一行错列了,没有导入</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="35"/>
        <source>the shop does not sell it now</source>
        <translation>店铺里没有在售</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="37"/>
        <source>the shop has sold more than it has; taken as 0</source>
        <translation>店铺已超卖,按 0 算</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="48"/>
        <source>this SKU is there twice in the shop&apos;s file: the row was left out</source>
        <translation>店铺文件里这个 SKU 出现两次:这一行没有导入</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="51"/>
        <source>the file has no quantities: the stock stays as it is</source>
        <translation>文件里没有数量:库存保持不变</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/finding_texts.py" line="57"/>
        <source>the product of this variation is not in the file</source>
        <translation>文件里没有这个规格所属的商品</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <location filename="../../hostconsole/ui/handover_card.py" line="87"/>
        <source>Went wrong</source>
        <translation>出过的问题</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/handover_card.py" line="23"/>
        <source>On air</source>
        <translation>讲解中</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/handover_card.py" line="24"/>
        <source>Next</source>
        <translation>下一款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/handover_card.py" line="25"/>
        <source>Links up</source>
        <translation>链接在上</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/handover_card.py" line="26"/>
        <source>Counted by hand</source>
        <translation>手工对数</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/handover_card.py" line="27"/>
        <source>Prices off plan</source>
        <translation>改过的价</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/handover_card.py" line="28"/>
        <source>Batches to come</source>
        <translation>待放批次</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/handover_card.py" line="29"/>
        <source>Promised</source>
        <translation>答应过的</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/handover_card.py" line="30"/>
        <source>Alerts open</source>
        <translation>未处理提醒</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/handover_card.py" line="31"/>
        <source>Cues not seen</source>
        <translation>主播没看到</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/handover_card.py" line="32"/>
        <source>OBS</source>
        <translation>OBS</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/handover_card.py" line="84"/>
        <source>Hand over the desk</source>
        <translation>交接班</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/handover_card.py" line="88"/>
        <source>Who takes over</source>
        <translation>谁来接班</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/handover_card.py" line="89"/>
        <location filename="../../hostconsole/ui/session_buttons.py" line="43"/>
        <source>Hand over</source>
        <translation>交班</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/handover_card.py" line="91"/>
        <source>Not now</source>
        <translation>先不交</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <location filename="../../hostconsole/ui/hints.py" line="146"/>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/hints.py" line="147"/>
        <source>No more hints</source>
        <translation>不再提示</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/hints.py" line="179"/>
        <location filename="../../hostconsole/ui/hints.py" line="190"/>
        <source>this button</source>
        <translation>这个按钮</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/hints.py" line="181"/>
        <source>{key} puts NEXT on air: the scene, the prices and the host&apos;s card, all at once.</source>
        <translation>按 {key}，下一款就上：场景、价格、主播手卡一起切。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/hints.py" line="185"/>
        <source>Wrong one? {key} takes it back: the item before goes on as if nothing had been.</source>
        <translation>切错了？按 {key} 切回来：上一款接着讲，就像没切过。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/hints.py" line="189"/>
        <source>Now take a product: press {key} until one with a link is on air.</source>
        <translation>现在切一个商品：按 {key}，直到讲到有链接的款。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/hints.py" line="192"/>
        <source>You open the link in the shop yourself; then {key} starts the sale clock and releases the first batch. That is all: your own show begins in Prepare.</source>
        <translation>链接由你在店铺后台上；上好后按 {key}，在售开始计时，第一批库存放出。就这些：在“备播”里开始你自己的场次。</translation>
    </message>
</context>
<context>
    <name>HostPage</name>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="214"/>
        <source>Characters · words a minute</source>
        <translation>每分钟字数 · 英文词数</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_preview.py" line="110"/>
        <source>As the host sees it</source>
        <translation>主播看到的样子</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_preview.py" line="112"/>
        <source>Card</source>
        <translation>手卡</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_preview.py" line="112"/>
        <source>Prompter</source>
        <translation>提词</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="179"/>
        <source>A window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="184"/>
        <source>Hide it</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="184"/>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="196"/>
        <source>Not while something is on air</source>
        <translation>讲解中不能用</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="202"/>
        <source>Host&apos;s screen</source>
        <translation>主播屏</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="203"/>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="204"/>
        <source>Test card</source>
        <translation>测距卡</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="206"/>
        <source>Where</source>
        <translation>放在哪里</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="207"/>
        <source>Mirrored</source>
        <translation>镜像</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="208"/>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="209"/>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="210"/>
        <source>Margins</source>
        <translation>边距</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="211"/>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="212"/>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="213"/>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="215"/>
        <source>Automatic cues</source>
        <translation>自动提示</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="221"/>
        <source>No</source>
        <translation>不镜像</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="222"/>
        <source>Sideways</source>
        <translation>左右</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="223"/>
        <source>Upside down</source>
        <translation>上下</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="224"/>
        <source>Both</source>
        <translation>都镜像</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="233"/>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="234"/>
        <source>High contrast</source>
        <translation>高对比</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="235"/>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="240"/>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="240"/>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="242"/>
        <source>Low, sold out, one minute left, over: at most one a minute</source>
        <translation>快没了、售罄、还有一分钟、时间到:每分钟最多一条</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="245"/>
        <source>Plug in a second display, and the host&apos;s screen fills it by itself.</source>
        <translation>接上第二块显示器,主播屏会自动占满它。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="262"/>
        <source>Usual</source>
        <translation>默认</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="193"/>
        <source>Own pace in rehearsal: {pace}</source>
        <translation>彩排实测:{pace}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/host_page.py" line="181"/>
        <source>Its display is unplugged: it waits</source>
        <translation>显示器拔掉了,等它回来</translation>
    </message>
</context>
<context>
    <name>Incidents</name>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="256"/>
        <source>stream lost</source>
        <translation>断流</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="336"/>
        <source>{what} {time} ({times}×)</source>
        <translation>{what} {time}({times} 次)</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="342"/>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="344"/>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="345"/>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="254"/>
        <source>OBS lost</source>
        <translation>OBS 断开</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="255"/>
        <source>safe picture shown</source>
        <translation>用过救场画面</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="257"/>
        <source>network drops</source>
        <translation>网络丢帧</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="258"/>
        <source>PC too slow</source>
        <translation>电脑跟不上</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="259"/>
        <source>stream stood still</source>
        <translation>推流卡住</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="260"/>
        <source>microphone silent</source>
        <translation>麦克风没声音</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <location filename="../../hostconsole/ui/keys_page.py" line="37"/>
        <source>Press a key … (Backspace: none)</source>
        <translation>请按一个键…(退格:不设)</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/keys_page.py" line="46"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/keys_page.py" line="115"/>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/keys_page.py" line="117"/>
        <source>Preset: laptop</source>
        <translation>预设:笔记本</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/keys_page.py" line="118"/>
        <source>Preset: AltGr layouts</source>
        <translation>预设:AltGr 键盘</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal.py" line="188"/>
        <location filename="../../hostconsole/ui/keys_page.py" line="123"/>
        <location filename="../../hostconsole/ui/obs_page.py" line="138"/>
        <location filename="../../hostconsole/ui/scenes_page.py" line="136"/>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/keys_panel.py" line="22"/>
        <source>In any window</source>
        <translation>在任何窗口</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/keys_panel.py" line="23"/>
        <location filename="../../hostconsole/ui/moment.py" line="49"/>
        <source>In the console</source>
        <translation>在中控台</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/keys_panel.py" line="24"/>
        <location filename="../../hostconsole/ui/moment.py" line="48"/>
        <source>On a row of the queue</source>
        <translation>在排品的一行上</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/keys_panel.py" line="25"/>
        <location filename="../../hostconsole/ui/moment.py" line="51"/>
        <source>In the host window</source>
        <translation>在主播屏</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/keys_panel.py" line="95"/>
        <source>Change keys</source>
        <translation>改按键</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/keys_panel.py" line="96"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/keys_page.py" line="122"/>
        <source>Rehearse the keys</source>
        <translation>试按键</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/moment.py" line="43"/>
        <source>Now, in any window</source>
        <translation>现在，在任何窗口</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/moment.py" line="45"/>
        <source>In any window, once a session runs</source>
        <translation>场次开始后，在任何窗口</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/moment.py" line="93"/>
        <source>Cue: {words}</source>
        <translation>提示：{words}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/keys_panel.py" line="94"/>
        <source>Keys of this moment</source>
        <translation>此刻的按键</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/start_page.py" line="244"/>
        <source>To the next tile, and back</source>
        <translation>到下一块，再回来</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/start_page.py" line="245"/>
        <source>Open this tile</source>
        <translation>打开这一块</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/start_page.py" line="246"/>
        <source>Show the keys, anywhere</source>
        <translation>随时显示按键</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/start_page.py" line="248"/>
        <source>On this page</source>
        <translation>在本页</translation>
    </message>
</context>
<context>
    <name>Lamp help</name>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="114"/>
        <source>Nothing was sent to OBS since the program was started anew. Ctrl+R sends it now.</source>
        <translation>程序重新启动以后,还没有向 OBS 发过画面。按 Ctrl+R 现在发。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="110"/>
        <source>Viewers see the safe picture, not the item. The same key goes back; so does a take.</source>
        <translation>观众看到的是救场画面,不是这一款。同一个键切回来,切款也行。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="22"/>
        <source>Nobody knows: OBS is not connected. Prepare, OBS connects it.</source>
        <translation>无从得知：OBS 没有连接。在“备播 → OBS”里连接。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="26"/>
        <source>Whether the picture leaves this PC, by the way chosen in Prepare, OBS.</source>
        <translation>画面有没有从这台电脑播出去，按“备播 → OBS”里选的方式看。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="30"/>
        <source>The stream broke off and OBS is connecting again. Look at the network; the safe picture gives viewers something to look at meanwhile.</source>
        <translation>推流断了，OBS 正在重连。请查看网络；这段时间可以先上救场画面。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="36"/>
        <source>If nothing goes out, start it in OBS or in Prepare, OBS.</source>
        <translation>没有播出的话，在 OBS 或“备播 → OBS”里开始。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="38"/>
        <source>While you rehearse nothing has to go out.</source>
        <translation>彩排时不用播出。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="44"/>
        <source>Whether OBS hears the microphone.</source>
        <translation>OBS 有没有收到麦克风的声音。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="46"/>
        <source>Viewers hear nothing: unmute the microphone in OBS&apos;s mixer.</source>
        <translation>观众听不到声音：在 OBS 的混音器里取消麦克风静音。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="48"/>
        <source>No sound for ten seconds: look at the transmitter, the receiver and the cable.</source>
        <translation>十秒没有声音了：检查麦克风发射器、接收器和线。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="52"/>
        <source>The microphone is open, but OBS tells no sound levels: silence would not be noticed here. OBS tells them again once it has been started anew.</source>
        <translation>麦克风开着，但 OBS 没有给出音量：没声音时这里不会发现。重新启动 OBS 后就会恢复。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="58"/>
        <source>OBS names no microphone: add one in OBS, Settings, Audio.</source>
        <translation>OBS 里没有麦克风：在 OBS 的“设置 → 音频”里加上。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="59"/>
        <source>The microphone is open. Silence of ten seconds turns this lamp red.</source>
        <translation>麦克风开着。静音满十秒，这盏灯会变红。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="64"/>
        <source>Whether OBS records.</source>
        <translation>OBS 有没有在录制。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="66"/>
        <source>The recording is paused; marks made now point to no picture.</source>
        <translation>录制暂停了；现在打的点没有对应的画面。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="68"/>
        <source>OBS records. Marks and takes carry the recording&apos;s time, for clips.</source>
        <translation>OBS 正在录制。打点和切款都带录制时间，方便剪辑。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="69"/>
        <source>Nothing is recorded, so nothing can be cut from tonight. Start it in OBS.</source>
        <translation>没有录制，今晚就没有素材可剪。请在 OBS 里开始录制。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="74"/>
        <source>OBS answers: scenes and prices follow each take.</source>
        <translation>OBS 有回应：每次切款，场景和价格都会跟上。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="75"/>
        <source>OBS is being reached. If it is not running, start it.</source>
        <translation>正在连接 OBS。没打开的话，请打开它。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="76"/>
        <source>OBS is loading its scenes. Wait a moment.</source>
        <translation>OBS 正在加载场景，请稍等。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="77"/>
        <source>OBS does not answer. Look whether it runs; the show goes on, and what OBS should show is sent once it is back.</source>
        <translation>OBS 没有回应。看看它还在不在运行；直播照常进行，它回来后会补发该显示的内容。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="82"/>
        <source>OBS refused the password. Give the right one in Prepare, OBS.</source>
        <translation>OBS 拒绝了密码。在“备播 → OBS”里填对的密码。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="83"/>
        <source>There is no real OBS: this is for trying out, nothing goes out.</source>
        <translation>没有真的 OBS：这是试用，什么都不会播出。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="86"/>
        <source>OBS is not used. Prepare, OBS connects it.</source>
        <translation>没有使用 OBS。在“备播 → OBS”里连接。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="90"/>
        <source>These acts are kept in memory and written in order as soon as the disk takes them. Free some room on the disk, and do not switch the PC off.</source>
        <translation>这些操作先留在内存里，硬盘一恢复就按顺序写入。请腾出硬盘空间，不要关电脑。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="98"/>
        <source>These system-wide keys do not work now; in the console&apos;s own window they do. Try them, or choose others, in Prepare, Try the keys.</source>
        <translation>这些全局按键现在不起作用，只在控制台窗口里有效。在“备播 → 试按键”里试一试，或者换个键。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="107"/>
        <source>Whether the item&apos;s scene is on screen.</source>
        <translation>这一款的场景有没有上屏。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="118"/>
        <source>This item names no scene, so the picture stays. Name one in the sheet or here (F2).</source>
        <translation>这一款没有写场景，所以画面不变。在排品表或这里（F2）写上。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="122"/>
        <source>OBS was seen to show the scene, so long after the key.</source>
        <translation>看到 OBS 换上了这个场景；时间从按键算起。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="123"/>
        <source>Asked is not done: OBS has not shown the scene yet. If it stays like this, send it again (Ctrl+R).</source>
        <translation>发出不等于完成：OBS 还没换上场景。一直这样就重发一次（Ctrl+R）。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="130"/>
        <source>OBS&apos;s inputs whose names begin with hc: (price, stock, title …) say what is true of this item.</source>
        <translation>OBS 里名字以 hc: 开头的来源（价格、库存、品名…）显示的正是这一款。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="140"/>
        <source>A person said that the link is up: the console does not see the shop.</source>
        <translation>是人确认链接已上：控制台看不到店铺后台。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="142"/>
        <source>A person said that the link is down; viewers cannot buy this item.</source>
        <translation>是人确认链接已下；观众现在买不到这一款。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="143"/>
        <source>Open the link in the shop&apos;s own page, then press the key: the sale clock starts and the first batch is released.</source>
        <translation>先在店铺后台上链接，再按键：在售开始计时，第一批库存放出。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="152"/>
        <source>The host&apos;s screen is shown on its display.</source>
        <translation>主播屏正显示在它的屏幕上。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="153"/>
        <source>The host cannot see the card. Prepare, Host&apos;s screen puts it right.</source>
        <translation>主播看不到手卡。在“备播 → 主播屏”里处理。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="157"/>
        <source>Whether the host answered the last cue, with the pedal, the space bar or the clicker.</source>
        <translation>主播有没有看到上一条提示：用踏板、空格或翻页笔回应。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="163"/>
        <source>The prompter&apos;s pace, and how much of this item&apos;s words is through.</source>
        <translation>提词的速度，以及这一款的话术走到了哪里。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="167"/>
        <source>What the key for the next step would do now.</source>
        <translation>“下一步”键现在会做什么。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/lamp_help.py" line="171"/>
        <source>Where the number comes from, and how old it is: a person&apos;s count, the sheet or a feed.</source>
        <translation>数字的来源和时间：人数的、排品表里的，或库存接口给的。</translation>
    </message>
</context>
<context>
    <name>Lamps</name>
    <message>
        <location filename="../../hostconsole/ui/outputs.py" line="41"/>
        <source>Reconnecting {age} s</source>
        <translation>重连中 {age} 秒</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_lamps.py" line="28"/>
        <source>Scene not sent yet</source>
        <translation>画面还没发</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_lamps.py" line="27"/>
        <source>On screen</source>
        <translation>已上屏</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/outputs.py" line="84"/>
        <source>OBS not there</source>
        <translation>找不到 OBS</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_lamps.py" line="34"/>
        <location filename="../../hostconsole/ui/strip_texts.py" line="179"/>
        <source>Safe picture</source>
        <translation>救场画面</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/outputs.py" line="60"/>
        <source>No sound for 10 s</source>
        <translation>麦克风 10 秒没声音</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_lamps.py" line="30"/>
        <source>No scene set</source>
        <translation>无场景</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_lamps.py" line="32"/>
        <source>Not switched: send again</source>
        <translation>没切过去,重发</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_lamps.py" line="36"/>
        <source>On screen {time}</source>
        <translation>已上屏 {time}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_lamps.py" line="40"/>
        <source>Switching</source>
        <translation>切换中</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_lamps.py" line="41"/>
        <source>Asked</source>
        <translation>已请求</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_lamps.py" line="50"/>
        <source>{name} not updated</source>
        <translation>{name} 没更新</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_lamps.py" line="52"/>
        <source>Texts</source>
        <translation>字幕</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_lamps.py" line="59"/>
        <source>Link up ({by}, {time})</source>
        <translation>链接已上 {by} {time}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_lamps.py" line="62"/>
        <source>Link down ({by}, {time})</source>
        <translation>链接已下 {by} {time}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_lamps.py" line="65"/>
        <source>Link: counting down</source>
        <translation>链接倒计时</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_lamps.py" line="66"/>
        <source>Link: waiting for you</source>
        <translation>等你上链接</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_lamps.py" line="72"/>
        <location filename="../../hostconsole/ui/air_lamps.py" line="75"/>
        <source>Host screen</source>
        <translation>主播屏</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/outputs.py" line="26"/>
        <location filename="../../hostconsole/ui/strip_texts.py" line="180"/>
        <source>Out</source>
        <translation>推流</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/outputs.py" line="40"/>
        <source>Reconnecting</source>
        <translation>重连中</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/outputs.py" line="50"/>
        <source>Live out</source>
        <translation>推流</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/outputs.py" line="46"/>
        <source>Virtual camera</source>
        <translation>虚拟摄像</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/outputs.py" line="48"/>
        <source>Recording only</source>
        <translation>只录像</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/outputs.py" line="32"/>
        <source>Nothing going out</source>
        <translation>没有推出去</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/outputs.py" line="33"/>
        <source>Not out</source>
        <translation>未推流</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/outputs.py" line="56"/>
        <location filename="../../hostconsole/ui/outputs.py" line="63"/>
        <location filename="../../hostconsole/ui/strip_texts.py" line="185"/>
        <source>Mic</source>
        <translation>麦</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/outputs.py" line="58"/>
        <source>Mic is muted</source>
        <translation>麦克风已静音</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/outputs.py" line="62"/>
        <source>Mic, level unknown</source>
        <translation>麦克风，音量未知</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/outputs.py" line="68"/>
        <location filename="../../hostconsole/ui/outputs.py" line="76"/>
        <source>Rec</source>
        <translation>录</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/outputs.py" line="72"/>
        <location filename="../../hostconsole/ui/outputs.py" line="73"/>
        <source>Not recording</source>
        <translation>没有录像</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/outputs.py" line="75"/>
        <source>Rec paused</source>
        <translation>录像暂停</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/outputs.py" line="86"/>
        <source>OBS starting</source>
        <translation>OBS 启动中</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/outputs.py" line="89"/>
        <source>OBS lost {age} s</source>
        <translation>OBS 断开 {age} 秒</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/outputs.py" line="91"/>
        <source>OBS refused</source>
        <translation>OBS 拒绝</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/outputs.py" line="93"/>
        <source>OBS simulated</source>
        <translation>模拟 OBS</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_lamps.py" line="19"/>
        <location filename="../../hostconsole/ui/outputs.py" line="94"/>
        <source>No OBS</source>
        <translation>未连 OBS</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_lamps.py" line="74"/>
        <source>Host can&apos;t see: say it</source>
        <translation>主播看不到:用嘴说</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/air_lamps.py" line="23"/>
        <source>OBS shows {scene}</source>
        <translation>OBS 现在是 {scene}</translation>
    </message>
</context>
<context>
    <name>Obs</name>
    <message>
        <location filename="../../hostconsole/app/obs_setup.py" line="99"/>
        <source>This PC has no keyring: the password is known until the program ends.</source>
        <translation>这台电脑没有钥匙串:密码只记到程序结束。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_page.py" line="24"/>
        <source>OBS streams</source>
        <translation>OBS 推流</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_page.py" line="25"/>
        <location filename="../../hostconsole/ui/obs_switches.py" line="28"/>
        <source>Virtual camera</source>
        <translation>虚拟摄像机</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_page.py" line="26"/>
        <source>Only recording</source>
        <translation>只录像</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_page.py" line="137"/>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_page.py" line="139"/>
        <source>How does the picture leave?</source>
        <translation>画面怎么出去?</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_page.py" line="140"/>
        <source>The lamp &apos;Out&apos; watches exactly this.</source>
        <translation>“推流”灯看的就是这一项。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_page.py" line="142"/>
        <source>Safe picture</source>
        <translation>救场画面</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_page.py" line="144"/>
        <source>One key shows it at once, whatever is on air, and the same key goes back.</source>
        <translation>一个键立刻切到它,不管正在讲什么;再按一次切回去。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_page.py" line="198"/>
        <source>By its name: BRB, 稍等, 救场, safe</source>
        <translation>按场景名找:BRB、稍等、救场、safe</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_page.py" line="201"/>
        <source>{scene} (OBS does not have it)</source>
        <translation>{scene}(OBS 里没有)</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_picture.py" line="36"/>
        <source>In OBS: Tools, WebSocket Server Settings, tick &apos;Enable WebSocket server&apos;, OK</source>
        <translation>在 OBS 里:工具 → WebSocket 服务器设置 → 勾选“开启 WebSocket 服务器” → 确定</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_picture.py" line="63"/>
        <source>Profile     Scene Collection</source>
        <translation>配置文件     场景集合</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_picture.py" line="66"/>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_picture.py" line="67"/>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_picture.py" line="70"/>
        <source>Scripts</source>
        <translation>脚本</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_picture.py" line="73"/>
        <location filename="../../hostconsole/ui/obs_picture.py" line="79"/>
        <source>WebSocket Server Settings</source>
        <translation>WebSocket 服务器设置</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_picture.py" line="86"/>
        <source>Enable WebSocket server</source>
        <translation>开启 WebSocket 服务器</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_picture.py" line="89"/>
        <source>Server Port</source>
        <translation>服务器端口</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_picture.py" line="92"/>
        <source>Enable Authentication</source>
        <translation>开启鉴权</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_picture.py" line="93"/>
        <source>Server Password</source>
        <translation>服务器密码</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_picture.py" line="99"/>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_switches.py" line="26"/>
        <source>Stream</source>
        <translation>推流</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_switches.py" line="27"/>
        <source>Recording</source>
        <translation>录像</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_switches.py" line="62"/>
        <source>What leaves OBS</source>
        <translation>OBS 正在输出什么</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_switches.py" line="76"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_switches.py" line="76"/>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_switches.py" line="86"/>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_switches.py" line="91"/>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_where.py" line="19"/>
        <source>On this PC</source>
        <translation>在本机</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_where.py" line="20"/>
        <source>On another PC</source>
        <translation>在另一台电脑</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_where.py" line="21"/>
        <source>No OBS</source>
        <translation>不用 OBS</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_where.py" line="98"/>
        <source>Where is your OBS?</source>
        <translation>OBS 在哪里?</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_where.py" line="101"/>
        <source>Yes, read them and connect</source>
        <translation>可以,读取并连接</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_where.py" line="102"/>
        <source>Work without OBS</source>
        <translation>不连 OBS</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_where.py" line="103"/>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_where.py" line="105"/>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_where.py" line="115"/>
        <source>Both stand in that OBS: Tools, WebSocket Server Settings, Show Connect Info. The password goes into the system&apos;s keyring.</source>
        <translation>在那台电脑的 OBS 里看:工具 → WebSocket 服务器设置 → 显示连接信息。密码存进系统钥匙串。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_where.py" line="122"/>
        <source>Nothing is asked of OBS. The show runs without it.</source>
        <translation>不向 OBS 发任何请求,直播照常进行。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_where.py" line="127"/>
        <source>No OBS is set up on this PC. Once it has been started here, it is found by itself.</source>
        <translation>本机没有装好的 OBS。在这里启动过一次,就会自动找到。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_where.py" line="131"/>
        <source>Port and password are read from OBS&apos;s own settings at each connect, and kept nowhere.</source>
        <translation>端口和密码每次连接时从 OBS 自己的设置里读取,不另外保存。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_where.py" line="134"/>
        <source>OBS is on this PC. May its port and password be read from its own settings? They are read at each connect, and kept nowhere.</source>
        <translation>OBS 就在本机。可以从它自己的设置里读取端口和密码吗?每次连接时读取,不另外保存。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="36"/>
        <source>OBS {version} is connected · 1 scene</source>
        <translation>OBS {version} 已连接 · 1 个场景</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="34"/>
        <source>OBS {version} is connected · {count} scenes</source>
        <translation>OBS {version} 已连接 · {count} 个场景</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="42"/>
        <source>OBS is simulated: this is a try-out</source>
        <translation>模拟 OBS:这是试用</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="44"/>
        <source>No OBS is used</source>
        <translation>不使用 OBS</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="46"/>
        <source>OBS is loading</source>
        <translation>OBS 正在加载</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="48"/>
        <source>OBS refused the password</source>
        <translation>OBS 拒绝了密码</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="50"/>
        <source>OBS is lost: it was closed, or stands still</source>
        <translation>OBS 断开了:被关掉,或者卡死了</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="52"/>
        <source>OBS does not answer yet</source>
        <translation>OBS 还没有回应</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="56"/>
        <source>Takes show their scenes, and &apos;hc:&apos; inputs are kept true.</source>
        <translation>切款会切场景,“hc:”输入随时更新。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="60"/>
        <source>Open your own sheet to work with your OBS.</source>
        <translation>打开自己的排品表,就能用自己的 OBS。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="64"/>
        <source>Takes go on without it; scenes are switched by hand.</source>
        <translation>切款照常,场景请手动切。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="68"/>
        <source>Wait a moment: it is starting, or changing its scene collection.</source>
        <translation>请稍等:它正在启动,或在切换场景集合。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="73"/>
        <source>Let its password be read from OBS itself, below.</source>
        <translation>请在下面允许从 OBS 自己的设置里读取密码。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="74"/>
        <source>Type the password of that OBS below: Tools, WebSocket Server Settings.</source>
        <translation>请在下面输入那台 OBS 的密码(工具 → WebSocket 服务器设置)。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="80"/>
        <source>Look at OBS, and start it again if it is gone: it is found by itself. Takes go on meanwhile.</source>
        <translation>看看 OBS,没了就重新启动,会自动连上。其间切款照常。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="87"/>
        <source>No OBS is set up on this PC. Install it and start it once.</source>
        <translation>本机没有装好的 OBS。请安装并启动一次。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="89"/>
        <source>Set one tick in OBS, as in the picture: it connects by itself then.</source>
        <translation>照图在 OBS 里打一个勾,之后会自动连上。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="95"/>
        <source>Start OBS on that PC, and look whether the address is right.</source>
        <translation>请在那台电脑上启动 OBS,并核对地址。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="96"/>
        <source>Start OBS: it connects by itself.</source>
        <translation>请启动 OBS,会自动连上。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="100"/>
        <source>If OBS is open, it may be asking about Safe Mode: choose to start normally. In Safe Mode it cannot be reached.</source>
        <translation>如果 OBS 开着,它可能在问要不要进安全模式:请选正常启动。安全模式下连不上。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_page.py" line="141"/>
        <source>Still pictures of what is on air and of NEXT in the Live room</source>
        <translation>在直播页显示正在播出和下一款的静态画面</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_switches.py" line="100"/>
        <source>network drops {percent} %</source>
        <translation>网络丢帧 {percent}%</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_switches.py" line="101"/>
        <source>PC skips {percent} %</source>
        <translation>电脑跳帧 {percent}%</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_switches.py" line="102"/>
        <source>congestion {percent} %</source>
        <translation>拥塞 {percent}%</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_switches.py" line="107"/>
        <source>disk for {minutes} min</source>
        <translation>还能录 {minutes} 分钟</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="39"/>
        <source> in &apos;{collection}&apos;</source>
        <translation>,场景集合“{collection}”</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_words.py" line="91"/>
        <source>Start OBS, and let its port and password be read from it, below.</source>
        <translation>请启动 OBS,并在下面允许从它读取端口和密码。</translation>
    </message>
</context>
<context>
    <name>ObsCheck</name>
    <message>
        <location filename="../../hostconsole/ui/obs_checks.py" line="50"/>
        <source>Check of OBS</source>
        <translation>OBS 检查</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_checks.py" line="51"/>
        <source>Check now</source>
        <translation>现在检查</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_checks.py" line="74"/>
        <source>looking … speak into the microphone</source>
        <translation>正在检查……请对着麦克风说话</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_checks.py" line="78"/>
        <source>{count} to mend · {time}</source>
        <translation>{count} 处要处理 · {time}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_checks.py" line="78"/>
        <source>all well · {time}</source>
        <translation>一切正常 · {time}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_checks.py" line="96"/>
        <source>OBS is looked at by itself once it is connected.</source>
        <translation>连上 OBS 后会自动检查。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="12"/>
        <source>OBS cannot be looked at: {why}.</source>
        <translation>没法检查 OBS。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="13"/>
        <source>See Prepare, OBS.</source>
        <translation>请看 备播 → OBS。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="29"/>
        <source>Look whether its camera is on, and whether a source covers it.</source>
        <translation>看看摄像头开了没有,有没有来源把它盖住。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="32"/>
        <source>All {count} scenes of the sheet exist, each with a picture.</source>
        <translation>排品表里的 {count} 个场景都在,都有画面。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="36"/>
        <source>OBS has no microphone, and nothing is heard.</source>
        <translation>OBS 里没有麦克风,也听不到声音。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="37"/>
        <source>Add an audio input capture in OBS.</source>
        <translation>在 OBS 里添加“音频输入采集”。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="45"/>
        <source>Unmute it in OBS&apos;s mixer.</source>
        <translation>在 OBS 混音器里取消静音。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="16"/>
        <source>OBS has no scene &apos;{scene}&apos;.</source>
        <translation>OBS 里没有场景“{scene}”。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="28"/>
        <source>The picture of &apos;{scene}&apos; is one flat colour.</source>
        <translation>“{scene}”的画面只有一种颜色。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="40"/>
        <source>OBS tells no sound levels: a silent microphone would not be noticed.</source>
        <translation>OBS 没有给出音量：麦克风没声音时不会被发现。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="41"/>
        <source>Start OBS anew; it tells them again then.</source>
        <translation>重新启动 OBS，音量就会恢复。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="44"/>
        <source>&apos;{name}&apos; is muted.</source>
        <translation>“{name}”已静音。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="48"/>
        <source>Nothing was heard from &apos;{name}&apos;.</source>
        <translation>“{name}”没有声音。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="49"/>
        <source>Speak while it is checked; if it stays so, choose its device anew in OBS.</source>
        <translation>检查时请说话;还是没有,就在 OBS 里重新选设备。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="53"/>
        <source>Sound comes from {names}.</source>
        <translation>{names} 有声音。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="55"/>
        <source>OBS has no stream server set.</source>
        <translation>OBS 没有设置推流服务器。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="56"/>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="60"/>
        <source>Set it in OBS: Settings, Stream.</source>
        <translation>在 OBS 里设置:设置 → 直播。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="59"/>
        <source>OBS has no stream key set.</source>
        <translation>OBS 没有设置推流码。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="63"/>
        <source>The stream server {server} does not answer.</source>
        <translation>推流服务器 {server} 没有回应。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="64"/>
        <source>Look at its address in OBS (Settings, Stream), and at the network.</source>
        <translation>核对 OBS 里的地址(设置 → 直播)和网络。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="66"/>
        <source>The stream server {server} answers.</source>
        <translation>推流服务器 {server} 有回应。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="67"/>
        <source>OBS has a stream service and a key.</source>
        <translation>OBS 已设好推流服务和推流码。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="69"/>
        <source>This OBS has no virtual camera.</source>
        <translation>这个 OBS 没有虚拟摄像机。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="70"/>
        <source>Install it with OBS (on Linux: v4l2loopback), or let the picture leave another way.</source>
        <translation>随 OBS 装上它(Linux 用 v4l2loopback),或换一种方式输出画面。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="75"/>
        <source>The recording&apos;s folder {folder} is not there.</source>
        <translation>录像文件夹 {folder} 不存在。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="76"/>
        <source>Choose another in OBS: Settings, Output.</source>
        <translation>在 OBS 里换一个:设置 → 输出。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="79"/>
        <source>The disk has {free} GB for the recording: about {have} min at 8 Mbit/s, and {want} are wanted.</source>
        <translation>录像盘还剩 {free} GB,按 8 Mbit/s 约 {have} 分钟,需要 {want} 分钟。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="83"/>
        <source>Make room, or record to another disk (OBS: Settings, Output).</source>
        <translation>腾出空间,或录到别的盘(设置 → 输出)。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="86"/>
        <source>The disk has {free} GB for the recording: about {have} min at 8 Mbit/s.</source>
        <translation>录像盘还剩 {free} GB,按 8 Mbit/s 约 {have} 分钟。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="92"/>
        <source>The picture goes out at {size}: neither wide (16:9) nor upright (9:16).</source>
        <translation>输出画面是 {size}:不是横屏 16:9,也不是竖屏 9:16。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="95"/>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="99"/>
        <source>Set 1920×1080 or 1080×1920 in OBS: Settings, Video.</source>
        <translation>在 OBS 里设成 1920×1080 或 1080×1920:设置 → 视频。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="98"/>
        <source>The picture goes out at {size}: small print will not be readable.</source>
        <translation>输出画面是 {size}:小字会看不清。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="102"/>
        <source>OBS makes {fps} frames a second.</source>
        <translation>OBS 每秒只有 {fps} 帧。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="103"/>
        <source>Set 30 in OBS: Settings, Video.</source>
        <translation>在 OBS 里设成 30:设置 → 视频。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="106"/>
        <source>The picture goes out at {size}, {fps} frames a second.</source>
        <translation>输出画面 {size},每秒 {fps} 帧。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="110"/>
        <source>OBS has no &apos;hc:&apos; input: price and stock will not stand in the picture.</source>
        <translation>OBS 里没有“hc:”输入:画面上不会有价格和库存。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="118"/>
        <source>&apos;{name}&apos; is not of a kind that can show it.</source>
        <translation>“{name}”的类型显示不了它。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="113"/>
        <source>Add a text named hc:price and others, or have the scenes built from the sheet.</source>
        <translation>添加名为 hc:price 等的文本,或按排品表自动建场景。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="119"/>
        <source>Make it a text; hc:picture is an image.</source>
        <translation>请改成文本;hc:picture 用图像。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="121"/>
        <source>Kept true in the picture: {names}.</source>
        <translation>画面上随时更新:{names}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="123"/>
        <source>{key} is a hotkey of OBS too ({action}).</source>
        <translation>{key} 也是 OBS 的热键({action})。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="124"/>
        <source>Change one of the two: OBS Settings, Hotkeys; or Keys in Prepare.</source>
        <translation>两边改一个:OBS 设置 → 热键,或备播里的按键。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="17"/>
        <source>Have it made (Prepare, Scenes; hostconsole scenes), or choose another for this item.</source>
        <translation>让中控台建好(备播 › 场景,或 hostconsole scenes),或给这一款另选场景。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="22"/>
        <source>For &apos;{scene}&apos; OBS has {others}.</source>
        <translation>“{scene}”在 OBS 里可能是 {others}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/obs_remark_texts.py" line="23"/>
        <source>If one is meant, choose it in Prepare, Scenes, or write it into the sheet.</source>
        <translation>若是,在备播 › 场景里选它,或写进排品表。</translation>
    </message>
</context>
<context>
    <name>Oversold</name>
    <message>
        <location filename="../../hostconsole/ui/alert_row.py" line="155"/>
        <source>Take from the reserve</source>
        <translation>动用预留</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/alert_row.py" line="157"/>
        <source>Settle …</source>
        <translation>处理 …</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/oversold_menu.py" line="30"/>
        <source>Copied: an apology for the buyers</source>
        <translation>已复制致歉话术</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/oversold_menu.py" line="32"/>
        <source>&amp;Refund {qty} and apologise</source>
        <translation>退款并致歉 {qty} 件(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/oversold_menu.py" line="33"/>
        <source>&amp;Pre-order for {qty}, with their consent</source>
        <translation>征得同意转预售 {qty} 件(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/oversold_menu.py" line="38"/>
        <source>Instead: {name} {title} ({left} left)</source>
        <translation>换款:{name} {title}(剩 {left})</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/oversold_menu.py" line="58"/>
        <source>We are sorry: “{title}” was sold out when your order arrived. Your payment is refunded in full. Thank you for your patience.</source>
        <translation>很抱歉,您拍下的“{title}”已售罄,我们已为您全额退款。感谢您的理解!</translation>
    </message>
</context>
<context>
    <name>Paste</name>
    <message>
        <location filename="../../hostconsole/ui/paste_model.py" line="86"/>
        <source>This row is no item.</source>
        <translation>这一行不是款。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="47"/>
        <source>A run-sheet</source>
        <translation>排品表</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="48"/>
        <source>Products of Shopify</source>
        <translation>Shopify 商品</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="49"/>
        <source>Inventory of Shopify</source>
        <translation>Shopify 库存</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="50"/>
        <source>Products of WooCommerce</source>
        <translation>WooCommerce 商品</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="51"/>
        <source>A template of TikTok Shop</source>
        <translation>TikTok Shop 模板</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="52"/>
        <source>Items of the Taobao assistant</source>
        <translation>淘宝助理商品</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="69"/>
        <source>not used</source>
        <translation>不用</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="74"/>
        <source>Pasted {when}</source>
        <translation>粘贴 {when}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_texts.py" line="78"/>
        <source>Nothing in this show would change.</source>
        <translation>本场没有要改的。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_view.py" line="91"/>
        <source>Make it my show</source>
        <translation>就用它开播</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_view.py" line="93"/>
        <location filename="../../hostconsole/ui/paste_view.py" line="106"/>
        <source>Into this show</source>
        <translation>并入本场</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_view.py" line="94"/>
        <source>Leave it</source>
        <translation>返回</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_view.py" line="106"/>
        <source>Do it</source>
        <translation>确认并入</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_view.py" line="149"/>
        <source>Which column is: {column}?</source>
        <translation>哪一列是「{column}」?</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_view.py" line="150"/>
        <source>Two columns may be: {column}. Which one counts?</source>
        <translation>有两列可能是「{column}」,以哪一列为准?</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_view.py" line="155"/>
        <source>none of them</source>
        <translation>都不是</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_view.py" line="204"/>
        <source>{count} items</source>
        <translation>{count} 款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_view.py" line="207"/>
        <source>{count} rows left out</source>
        <translation>{count} 行没有导入</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/paste_view.py" line="209"/>
        <source>{count} cells to look at</source>
        <translation>{count} 格要看</translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="12"/>
        <source>No stock is given.</source>
        <translation>没有库存。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="13"/>
        <source>Fill it in, or count it by hand on air.</source>
        <translation>补上库存,或开播后手动点数。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="16"/>
        <source>{stock} in stock; at {speed} a minute, as in the last shows, {minutes} minutes sell {demand}.</source>
        <translation>库存 {stock};按近几场每分钟 {speed} 件,{minutes} 分钟要卖 {demand} 件。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="20"/>
        <source>Bring more, or plan fewer minutes.</source>
        <translation>多备货,或少排几分钟。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="23"/>
        <source>{buffer} are kept back of a stock of {stock}.</source>
        <translation>库存 {stock},预留了 {buffer}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="24"/>
        <source>Keep back fewer.</source>
        <translation>少预留一些。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="27"/>
        <source>The variants add up to {variants}, the stock is {stock}.</source>
        <translation>各规格合计 {variants},库存是 {stock}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="28"/>
        <source>Count them again.</source>
        <translation>重新核对。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="31"/>
        <source>The batches add up to {batches}; stock without reserve is {stock}.</source>
        <translation>各批合计 {batches},扣除预留后库存是 {stock}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="32"/>
        <source>Change the release plan or the stock.</source>
        <translation>修改放量计划或库存。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="35"/>
        <source>A batch opens {after} min after the link, but the item has {minutes} min.</source>
        <translation>有一批在上链接 {after} 分钟后放,但只讲 {minutes} 分钟。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="38"/>
        <source>Release it earlier, or give the item more time.</source>
        <translation>提前放,或多排时间。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="41"/>
        <source>The presale batches add up to {batches}, the presale quantity is {presale}.</source>
        <translation>预售各批合计 {batches},预售数量是 {presale}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="44"/>
        <source>Make the two agree.</source>
        <translation>让两者一致。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="47"/>
        <source>It has no link number: host and viewers cannot name it.</source>
        <translation>没有链接号:主播和观众没法指它。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="48"/>
        <source>Give it its number in the shop.</source>
        <translation>填上店铺里的号。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="51"/>
        <source>No product has a link number: host and viewers cannot name them.</source>
        <translation>商品都没有链接号:主播和观众没法指它们。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="52"/>
        <source>Number them as in the shop.</source>
        <translation>按店铺里的号填。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="55"/>
        <source>Link {link} is that of {other} too.</source>
        <translation>{link} 号链接和「{other}」重了。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="56"/>
        <source>Give one of them another number.</source>
        <translation>给其中一个换号。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="59"/>
        <source>Not in the show, but in this bundle: {part}.</source>
        <translation>组合里有,本场没有:{part}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="60"/>
        <source>Add it, or count the bundle by hand.</source>
        <translation>加进来,或手动点组合的数。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="63"/>
        <source>{count} products and no encore: who comes late never sees the first ones.</source>
        <translation>{count} 款商品没有返场:后来的人看不到前面的。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="66"/>
        <source>Plan an encore of the best.</source>
        <translation>给卖得好的排返场。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="69"/>
        <source>It has no price.</source>
        <translation>没有价格。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="70"/>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="74"/>
        <source>Fill in what viewers pay.</source>
        <translation>填上观众付的价。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="73"/>
        <source>No product has a price.</source>
        <translation>商品都没有价格。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="77"/>
        <source>The price {price} is below the floor {floor}.</source>
        <translation>价格 {price} 低于底价 {floor}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="78"/>
        <source>Raise it, or agree on a lower floor.</source>
        <translation>提价,或谈妥更低的底价。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="81"/>
        <source>The price {price} is above the compared price {ref}.</source>
        <translation>价格 {price} 高于划线价 {ref}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="82"/>
        <source>Correct one of them: nothing is saved.</source>
        <translation>改其中一个:这样并没有优惠。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="85"/>
        <source>{ref} is struck through without a basis.</source>
        <translation>划线价 {ref} 没有依据。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="86"/>
        <source>Name it (7-day low, last deal, list price, bundle), or take it out.</source>
        <translation>写明依据(近7日最低价、上次成交价、建议零售价、组合),或去掉划线价。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="89"/>
        <source>{ref} is struck through, but the 7-day low is {low}.</source>
        <translation>划线价 {ref},但近7日最低价是 {low}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="90"/>
        <source>Compare with {low}, or name another basis.</source>
        <translation>改划 {low},或写明别的依据。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="93"/>
        <source>The basis is the 7-day low, which is not given.</source>
        <translation>依据是近7日最低价,但没填。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="94"/>
        <source>Fill in low_7d: it is the proof.</source>
        <translation>填上 low_7d:它就是证明。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="97"/>
        <source>A list price is no former price: what is saved is {saving}.</source>
        <translation>建议零售价不是原价:实际省 {saving}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="98"/>
        <source>Call it list price on screen, and say {saving}.</source>
        <translation>画面写「厂商建议零售价」,口播说省 {saving}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="101"/>
        <source>The parts cost {sum}, the compared price says {ref}.</source>
        <translation>单买合计 {sum},划线价写的是 {ref}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="102"/>
        <source>Compare with {sum}.</source>
        <translation>改划 {sum}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="105"/>
        <source>The price is not below the 30-day low of {low}: in the EU it is no reduction.</source>
        <translation>价格没有低于近30日最低价 {low}:在欧盟不算降价。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="108"/>
        <source>Say no “reduced” there, or lower the price.</source>
        <translation>那边不要说降价,或再降一些。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="111"/>
        <source>The encore costs {price}, the first airing {first}: earlier buyers will ask.</source>
        <translation>返场价 {price},首讲 {first}:先买的人会来问。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="114"/>
        <source>Keep the price, or have an answer ready.</source>
        <translation>价格保持一致,或备好说法。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="117"/>
        <source>The encore costs {price}, the first airing {first}.</source>
        <translation>返场价 {price},首讲 {first}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="118"/>
        <source>Say why, or keep the price.</source>
        <translation>说明原因,或保持原价。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="121"/>
        <source>It has no script and no key points.</source>
        <translation>没有话术,也没有要点。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="122"/>
        <source>Write at least two points.</source>
        <translation>至少写两个要点。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="125"/>
        <source>No product has a script or key points.</source>
        <translation>商品都没有话术和要点。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="126"/>
        <source>Write at least two points for each.</source>
        <translation>每款至少写两个要点。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="129"/>
        <source>It has fewer than two key points: {points}.</source>
        <translation>要点不到两个:{points}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="130"/>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="134"/>
        <source>Write what the host must not forget.</source>
        <translation>写下主播不能漏的。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="133"/>
        <source>No product has two key points.</source>
        <translation>商品都不到两个要点。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="137"/>
        <source>The script takes {script} min to read, {minutes} min are planned.</source>
        <translation>话术要念 {script} 分钟,计划是 {minutes} 分钟。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="138"/>
        <source>Shorten it, or plan more time.</source>
        <translation>删短,或多排时间。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="141"/>
        <source>“{word}” needs proof, and none is named.</source>
        <translation>「{word}」要有依据,这里没写。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="142"/>
        <source>Name the report, or say it another way.</source>
        <translation>写明报告编号,或换个说法。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="145"/>
        <source>A draw without rules.</source>
        <translation>抽奖没有规则。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="146"/>
        <source>Write prize, number, way and time before it starts.</source>
        <translation>开始前写明奖品、数量、方式和时间。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="149"/>
        <source>It has no OBS scene: the take leaves the picture as it is.</source>
        <translation>没有 OBS 场景:切过去画面不变。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="150"/>
        <source>Choose its scene.</source>
        <translation>选一个场景。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="153"/>
        <source>No product has an OBS scene: takes leave the picture as it is.</source>
        <translation>商品都没有 OBS 场景:切过去画面不变。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="154"/>
        <source>Choose the scenes.</source>
        <translation>选好场景。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="157"/>
        <source>It has no picture.</source>
        <translation>没有图片。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="158"/>
        <source>Put one beside the sheet and name it.</source>
        <translation>把图放在表格旁边,填上文件名。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="161"/>
        <source>No product has a picture.</source>
        <translation>商品都没有图片。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="162"/>
        <source>Put them beside the sheet and name them.</source>
        <translation>把图放在表格旁边,填上文件名。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="165"/>
        <source>No minutes are planned for it.</source>
        <translation>没有计划时长。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="166"/>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="170"/>
        <source>Plan some: the clock and the end depend on it.</source>
        <translation>填上:计时和收尾都靠它。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="169"/>
        <source>No minutes are planned.</source>
        <translation>都没有计划时长。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="173"/>
        <source>It is planned until {until}, the next one starts at {start}.</source>
        <translation>计划讲到 {until},下一款 {start} 就开始。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="174"/>
        <source>Take {over} min out, or move the start.</source>
        <translation>减 {over} 分钟,或改开始时间。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="177"/>
        <source>{planned} min are planned, {have} min are there: it ends {over} min late.</source>
        <translation>计划 {planned} 分钟,只有 {have} 分钟:会晚 {over} 分钟。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="180"/>
        <source>Take something out, or end later.</source>
        <translation>去掉几款,或晚点下播。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="183"/>
        <source>Nobody has said who sits at the desk.</source>
        <translation>没写谁在中控。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/preflight_texts.py" line="184"/>
        <source>Write the name: it stands in the log.</source>
        <translation>写上名字:会记在日志里。</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <location filename="../../hostconsole/ui/file_boxes.py" line="23"/>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/file_boxes.py" line="22"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/file_boxes.py" line="21"/>
        <source>File Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/file_boxes.py" line="20"/>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <location filename="../../hostconsole/ui/file_boxes.py" line="19"/>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T):</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/file_boxes.py" line="18"/>
        <source>&amp;Look in:</source>
        <translation>查看(&amp;L):</translation>
    </message>
</context>
<context>
    <name>QuickBar</name>
    <message>
        <location filename="../../hostconsole/ui/quick_bar.py" line="101"/>
        <source>Quick bar</source>
        <translation>快捷栏</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar.py" line="102"/>
        <source>Number, name or sign</source>
        <translation>号、品名或符号</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar.py" line="249"/>
        <source>{what}  ✓   Enter again: on air</source>
        <translation>{what}  ✓   再按回车:上</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar.py" line="264"/>
        <source>Enter   Esc</source>
        <translation>回车   Esc</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_parts.py" line="178"/>
        <source>left {qty}</source>
        <translation>剩 {qty}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="39"/>
        <source>Not understood: no item is called “{words}”</source>
        <translation>没看懂:没有叫“{words}”的款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="44"/>
        <source>Cue to the host: type the words</source>
        <translation>给主播提示:请输入</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="45"/>
        <source>To the host: {text}</source>
        <translation>给主播:{text}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="52"/>
        <source>{command}: {name}= is missing</source>
        <translation>{command}:缺 {name}=</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="56"/>
        <source>Which command?</source>
        <translation>哪个操作?</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="64"/>
        <source>▸ next</source>
        <translation>▸ 下一款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="65"/>
        <source>price {was} → {now}</source>
        <translation>价格 {was} → {now}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="66"/>
        <source>left {was} → {now}</source>
        <translation>剩 {was} → {now}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="67"/>
        <source>sold so far {qty} · left {was} → {now}</source>
        <translation>已卖 {qty} · 剩 {was} → {now}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="68"/>
        <source>release {qty} · left {was} → {now} · {pool} held back</source>
        <translation>放 {qty} · 剩 {was} → {now} · 未放 {pool}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="69"/>
        <source>stock by {by} · left {was} → {now}</source>
        <translation>库存 {by} · 剩 {was} → {now}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="70"/>
        <source>encore with {qty}</source>
        <translation>返场 {qty} 件</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="73"/>
        <source>{variant}: left {was} → {now}</source>
        <translation>{variant}:剩 {was} → {now}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="75"/>
        <source>encore</source>
        <translation>返场</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="84"/>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="135"/>
        <source>price</source>
        <translation>改价</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="85"/>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="136"/>
        <source>left</source>
        <translation>库存</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="86"/>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="137"/>
        <source>sold so far</source>
        <translation>已卖</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="87"/>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="138"/>
        <source>release</source>
        <translation>放库存</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="88"/>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="139"/>
        <source>stock by</source>
        <translation>库存增减</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="89"/>
        <source>encore with</source>
        <translation>返场,件数</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="107"/>
        <source>Enter twice</source>
        <translation>回车两次</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="123"/>
        <source>{now}: far from the plan ({planned}) or under the floor. Enter again sets it</source>
        <translation>{now}:与计划({planned})相差太大,或低于底价。再按回车才改</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="140"/>
        <source>encore with 20</source>
        <translation>返场 20 件</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="109"/>
        <source>Enter: next   Enter again: on air</source>
        <translation>回车:下一款   再按回车:上</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="110"/>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="112"/>
        <source>Tab completes</source>
        <translation>Tab 补全</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="122"/>
        <location filename="../../hostconsole/ui/strip_texts.py" line="191"/>
        <source>Enter again to confirm</source>
        <translation>再按回车确认</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="133"/>
        <source>next is link 12</source>
        <translation>下一款 12 号</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="134"/>
        <source>on air</source>
        <translation>讲解中</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="141"/>
        <source>find by initials</source>
        <translation>按拼音首字母找</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="142"/>
        <source>words to the host</source>
        <translation>给主播的话</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="143"/>
        <source>any command</source>
        <translation>任何操作</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="144"/>
        <source>close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/quick_bar_texts.py" line="120"/>
        <source>Far more than there ever was. Enter again sets it</source>
        <translation>远多于备货量,再按 Enter 才改</translation>
    </message>
</context>
<context>
    <name>Reconcile</name>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="31"/>
        <source>{count} order lines from before or after the show left out</source>
        <translation>{count} 行订单不在本场时间内,未计</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="32"/>
        <source>{count} order lines without a time counted</source>
        <translation>{count} 行订单没有时间,已计入</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="33"/>
        <source>{count} order lines left out: their time cannot be read, such as “{text}”</source>
        <translation>{count} 行订单的时间读不懂(如“{text}”),未计</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="36"/>
        <source>{count} lines left out: state “{word}” is not known</source>
        <translation>{count} 行未计:不认识状态“{word}”</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="37"/>
        <source>{count} units without a SKU left out</source>
        <translation>{count} 件没有商家编码,未计</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="38"/>
        <source>Not of this show: {named}</source>
        <translation>不是本场的货:{named}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="39"/>
        <source>{count} lines stand in the file twice: counted once</source>
        <translation>{count} 行重复,只计一次</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="40"/>
        <source>Row {row}: the SKU {sku} has lost its last digits</source>
        <translation>第 {row} 行:编码 {sku} 丢了末位</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="41"/>
        <source>Row {row}: “{text}” is no number of pieces</source>
        <translation>第 {row} 行:“{text}”不是件数</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="42"/>
        <source>{count} more rows cannot be read</source>
        <translation>另有 {count} 行读不了</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="79"/>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="122"/>
        <source>Compare orders …</source>
        <translation>对订单 …</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="82"/>
        <source>Drop the platform&apos;s export of orders here: it is compared with our own counts, SKU by SKU.</source>
        <translation>把平台导出的订单表拖到这里:按商家编码与自己的统计逐一核对。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="106"/>
        <source>{file}: {off} SKUs differ, {same} agree, {unknown} not counted by us</source>
        <translation>{file}:{off} 款有差,{same} 款一致,{unknown} 款自己没统计</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="176"/>
        <source>SKU</source>
        <translation>商家编码</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="177"/>
        <source>Title</source>
        <translation>品名</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="178"/>
        <source>Our count</source>
        <translation>自己统计</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="179"/>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="180"/>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="181"/>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="182"/>
        <source>Unpaid</source>
        <translation>未付款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/reconcile_panel.py" line="183"/>
        <source>Said before</source>
        <translation>上次导出</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="187"/>
        <source>{key} scrolls in every other window: it can only be the host&apos;s window&apos;s.</source>
        <translation>{key} 在别的窗口里要用来滚动:只能用在主播窗口里。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="107"/>
        <source>There is no command {command}.</source>
        <translation>没有 {command} 这个操作。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="108"/>
        <source>There is no item {item} in this show.</source>
        <translation>这一场没有 {item}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="109"/>
        <source>There is no SKU {sku} in this show.</source>
        <translation>这一场没有 SKU {sku}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="110"/>
        <source>SKU {sku} has no variant {variant}.</source>
        <translation>SKU {sku} 没有款式 {variant}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="111"/>
        <source>{command} takes no argument {name}.</source>
        <translation>“{command}”没有参数 {name}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="112"/>
        <source>{command} needs {name}.</source>
        <translation>“{command}”需要 {name}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="113"/>
        <source>&apos;{value}&apos; cannot be used: {why}.</source>
        <translation>“{value}”不能用:{why}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="114"/>
        <source>Too soon: the last take was {ms} ms ago.</source>
        <translation>太快了:{ms} 毫秒前刚切过。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="115"/>
        <source>Once more to confirm: {what}.</source>
        <translation>需要再确认一次:{what}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="116"/>
        <source>The show is not running: start a rehearsal or go live first.</source>
        <translation>还没开始:先彩排或开播。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="119"/>
        <source>No item is on air.</source>
        <translation>没有讲解中的款。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="120"/>
        <source>No item is next.</source>
        <translation>没有下一款。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="121"/>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="122"/>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="123"/>
        <source>No item was on air before this one.</source>
        <translation>前面没有讲过的款。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="124"/>
        <source>No item is skipped.</source>
        <translation>没有跳过的款。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="125"/>
        <source>There is nothing waiting here.</source>
        <translation>这里没有待处理的。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="126"/>
        <source>It ended more than {minutes} minutes ago: start anew.</source>
        <translation>结束超过 {minutes} 分钟了:请重新开始。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="127"/>
        <source>{name} sits at the desk already.</source>
        <translation>现在就是 {name} 在值班。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="128"/>
        <source>No such timer is running.</source>
        <translation>没有这样的计时。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="129"/>
        <source>{most} timers are running already.</source>
        <translation>已经有 {most} 个计时在走了。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="130"/>
        <source>Nothing is to be done now: wait.</source>
        <translation>现在没有要做的,请稍等。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="131"/>
        <source>No batch is waiting to be released.</source>
        <translation>没有可放的库存。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="132"/>
        <source>{item} is on air already.</source>
        <translation>{item} 已经在讲解中。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="133"/>
        <source>It is running already.</source>
        <translation>已经在进行中。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="134"/>
        <source>{item} is skipped already.</source>
        <translation>{item} 已经跳过。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="135"/>
        <source>{item} is on air: take another item first.</source>
        <translation>{item} 正在讲解:先切到别的款。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="136"/>
        <source>{item} is not a product: it has no price, stock or link.</source>
        <translation>{item} 不是商品:没有价格、库存和链接。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="137"/>
        <source>Nothing to do: the link of {item} is {status} already.</source>
        <translation>不用操作:{item} 的链接{status}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="138"/>
        <source>No countdown is running.</source>
        <translation>没有倒计时。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="139"/>
        <source>The stock has not been counted yet: count it first.</source>
        <translation>库存还没计数:先对库存。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="140"/>
        <source>Only {have} are held back, not {qty}.</source>
        <translation>未放的只有 {have},不够 {qty}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="144"/>
        <source>The script has no mark {name}.</source>
        <translation>稿子里没有标记 {name}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="145"/>
        <source>The cue is too long: {width} of {most} half-width characters.</source>
        <translation>提示太长:{width} 个半角字符,最多 {most}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="148"/>
        <source>The script has no marks.</source>
        <translation>稿子里没有标记。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="149"/>
        <source>{item} has no key point {n}.</source>
        <translation>{item} 没有第 {n} 个要点。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="150"/>
        <source>No safe picture is set: name one in the settings.</source>
        <translation>没有设救场画面:请在设置里指定。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="151"/>
        <source>A cue needs words.</source>
        <translation>提示要有文字。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="152"/>
        <source>This session has ended.</source>
        <translation>本场已结束。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="153"/>
        <source>This show was not opened from a sheet.</source>
        <translation>这一场不是从排品表打开的。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="154"/>
        <source>The sheet cannot be read: {why}.</source>
        <translation>排品表读不了:{why}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="158"/>
        <source>OBS is not connected.</source>
        <translation>OBS 没有连接。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="162"/>
        <source>OBS has nothing to restore.</source>
        <translation>OBS 没有可恢复的。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="167"/>
        <source>The show is running: close once more to leave; it goes on when you start again.</source>
        <translation>还在直播:再关一次才退出;再打开会接着播。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="170"/>
        <source>{command} works in the window only.</source>
        <translation>“{command}”只能在窗口里用。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="172"/>
        <source>{key} is not a key that can be bound.</source>
        <translation>{key} 不能作为按键。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="173"/>
        <source>{other} is not a command.</source>
        <translation>{other} 不是一个操作。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="174"/>
        <source>{key} belongs to &apos;{other}&apos; already.</source>
        <translation>{key} 已经用于“{other}”。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="175"/>
        <source>{key} is typed as text: hold Ctrl, Alt or Meta with it.</source>
        <translation>{key} 会打出字符:请同时按 Ctrl、Alt 或 Meta。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="176"/>
        <source>{key} has its own place and nothing else may have it.</source>
        <translation>{key} 有固定用途,不能改作他用。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="177"/>
        <source>{key} reloads or resizes the page in a browser.</source>
        <translation>{key} 会刷新或缩放浏览器页面。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="178"/>
        <source>{key} changes desktops or songs.</source>
        <translation>{key} 会切换桌面或歌曲。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="179"/>
        <source>{key} leaves the desktop on Linux.</source>
        <translation>{key} 在 Linux 上会离开桌面。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="180"/>
        <source>{key} is the microphone&apos;s or touchpad&apos;s key on many machines.</source>
        <translation>{key} 在很多电脑上是麦克风或触摸板键。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="183"/>
        <source>{key} is on the number pad only, which Num Lock turns into arrows.</source>
        <translation>{key} 只在小键盘上,Num Lock 会把它变成方向键。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="186"/>
        <source>{key} belongs to the system.</source>
        <translation>{key} 属于系统。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="190"/>
        <source>{key} is used by every program: it cannot be system-wide.</source>
        <translation>{key} 每个程序都在用,不能全局使用。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="164"/>
        <source>Keys cannot be rehearsed while a session runs: they must act.</source>
        <translation>场次进行中不能试按键：这时按键必须起作用。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="163"/>
        <source>A session runs: end it before another sheet is opened.</source>
        <translation>场次还在进行：先结束，再打开另一张排品表。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="159"/>
        <source>Scenes are made before the show, not while it runs.</source>
        <translation>场景要在开播前建,播出中不建。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="160"/>
        <source>The scenes are being made already.</source>
        <translation>场景正在建。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="161"/>
        <source>OBS has every scene this show needs.</source>
        <translation>本场要用的场景 OBS 里都有。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="156"/>
        <source>The sample show&apos;s own sheet stays as it is.</source>
        <translation>示例场的排品表不改动。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="157"/>
        <source>The sheet cannot be saved: {why}.</source>
        <translation>排品表保存不了:{why}。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="142"/>
        <source>Nothing to settle: {qty} are oversold.</source>
        <translation>没有要处理的:超卖 {qty} 件。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="143"/>
        <source>{item} has no gift.</source>
        <translation>{item} 没有赠品。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="141"/>
        <source>Oversold by {qty}: settle that first, then release.</source>
        <translation>超卖 {qty} 件:先处理,再放库存。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="155"/>
        <source>Feeds file not taken, the feeds go on: {why}</source>
        <translation>接口文件没采用,原来的接口照常:{why}</translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal.py" line="61"/>
        <source>Use {key}</source>
        <translation>改用 {key}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal.py" line="144"/>
        <source>Press now:</source>
        <translation>现在按：</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal.py" line="147"/>
        <source>Every key arrives.</source>
        <translation>每个键都收到了。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal.py" line="149"/>
        <source>Not every key arrives: see below.</source>
        <translation>有的键没收到：见下。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal.py" line="150"/>
        <source>{came} of {all} keys arrived</source>
        <translation>已收到 {came} / {all} 个键</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal.py" line="176"/>
        <source>Of pads and pedals, if you have one</source>
        <translation>按键板和踏板的键（有才按）</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal.py" line="179"/>
        <source>Key rehearsal</source>
        <translation>试按键</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal.py" line="181"/>
        <source>Click into your browser, as during a show, then press each key once. No key acts while this window is open.</source>
        <translation>像直播时那样先点一下浏览器，再把每个键按一次。本窗口开着时，任何键都不会起作用。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal.py" line="187"/>
        <source>Nothing happens</source>
        <translation>没反应</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="13"/>
        <source>arrived</source>
        <translation>收到</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="14"/>
        <source>It arrived, but Host Console was in front: click into the browser and press it again.</source>
        <translation>收到了，但当时前台是 Host Console：先点一下浏览器，再按一次。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="17"/>
        <source>Another program has taken this key. Close it, or change the key there or here.</source>
        <translation>这个键被别的程序占用了。关掉它，或者在那边或这边换个键。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="20"/>
        <source>This keyboard has no such key.</source>
        <translation>这个键盘上没有这个键。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="21"/>
        <source>This system does not give this key to programs.</source>
        <translation>系统不把这个键交给程序。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="22"/>
        <source>Allow Host Console in the system&apos;s settings: Privacy &amp; Security, Accessibility.</source>
        <translation>请在系统设置的“隐私与安全性 → 辅助功能”里允许 Host Console。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="25"/>
        <source>The keys were cut off and are being connected again. Wait.</source>
        <translation>按键断开了，正在重新接上，请稍等。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="26"/>
        <source>The window in front runs as administrator, so its keys do not reach others. Start it without, or Host Console as administrator too.</source>
        <translation>前台窗口以管理员身份运行，在它里面按的键到不了别的程序。请不用管理员身份打开它，或者把 Host Console 也以管理员身份打开。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="31"/>
        <source>Nothing arrived. Perhaps the keyboard sends it only with Fn, or the window in front (remote desktop, virtual machine, game) keeps all keys for itself.</source>
        <translation>没有收到。可能键盘要同时按 Fn 才发出它，也可能前台窗口（远程桌面、虚拟机、游戏）把所有键都留给了自己。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="39"/>
        <source>start the stream</source>
        <translation>开始推流</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="40"/>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="41"/>
        <source>stop the stream</source>
        <translation>停止推流</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="42"/>
        <source>start the recording</source>
        <translation>开始录制</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="43"/>
        <source>stop the recording</source>
        <translation>停止录制</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="44"/>
        <source>pause the recording</source>
        <translation>暂停录制</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="45"/>
        <source>start the virtual camera</source>
        <translation>打开虚拟摄像头</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="46"/>
        <source>stop the virtual camera</source>
        <translation>关闭虚拟摄像头</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="47"/>
        <source>switch to the scene {owner}</source>
        <translation>切到场景 {owner}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="48"/>
        <source>switch the scene</source>
        <translation>切换场景</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="49"/>
        <source>mute {owner}</source>
        <translation>静音 {owner}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="50"/>
        <source>unmute {owner}</source>
        <translation>取消静音 {owner}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/key_rehearsal_texts.py" line="77"/>
        <source>OBS has this key too ({what}) and may act on it.</source>
        <translation>OBS 里也设了这个键（{what}），按下时它也可能动作。</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <location filename="../../hostconsole/ui/session_list.py" line="106"/>
        <source>not ended</source>
        <translation>未结束</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/job_line.py" line="35"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/review_room.py" line="248"/>
        <source>Figures of the platform</source>
        <translation>平台数据</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/review_words.py" line="20"/>
        <source>The summary is on the clipboard</source>
        <translation>摘要已复制</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/review_room.py" line="285"/>
        <source>The recording of the session</source>
        <translation>本场的录像</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_list.py" line="65"/>
        <source>{events} events · {hash}</source>
        <translation>{events} 条事件 · {hash}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_list.py" line="88"/>
        <source>Sold</source>
        <translation>卖出</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_list.py" line="89"/>
        <source>Value</source>
        <translation>金额</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_panel.py" line="162"/>
        <source>Open the report</source>
        <translation>打开复盘报告</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_panel.py" line="163"/>
        <source>Picture</source>
        <translation>长图</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_panel.py" line="164"/>
        <source>Copy summary</source>
        <translation>复制摘要</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_panel.py" line="165"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_panel.py" line="166"/>
        <source>Platform figures</source>
        <translation>平台数据</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_panel.py" line="167"/>
        <source>Cut clips</source>
        <translation>剪切片</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_panel.py" line="168"/>
        <source>For the next show</source>
        <translation>下一场要改</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_panel.py" line="169"/>
        <source>What to do differently? Enter keeps it.</source>
        <translation>下次要怎么改?回车保存。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_panel.py" line="176"/>
        <source>No session chosen</source>
        <translation>未选场次</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_panel.py" line="178"/>
        <source>Reading the log …</source>
        <translation>正在读日志 …</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/review_words.py" line="11"/>
        <source>Its log cannot be read</source>
        <translation>日志读不出来</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/review_words.py" line="12"/>
        <source>One after the other: stop what runs, or wait for it</source>
        <translation>一件一件来:先停掉正在做的,或等它做完</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/review_words.py" line="13"/>
        <source>Stopped; nothing was left half done</source>
        <translation>已停止,没有留下半个文件</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/review_words.py" line="14"/>
        <source>The report is being written …</source>
        <translation>正在写报告 …</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/review_words.py" line="15"/>
        <source>Being exported …</source>
        <translation>正在导出 …</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/review_words.py" line="16"/>
        <source>The figures are being read …</source>
        <translation>正在读平台数据 …</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/review_words.py" line="18"/>
        <source>Clips are being cut …</source>
        <translation>正在剪切片 …</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/review_words.py" line="17"/>
        <source>The orders are being compared …</source>
        <translation>正在核对订单 …</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/review_room.py" line="139"/>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/review_room.py" line="140"/>
        <source>Select several sessions with Ctrl or Shift</source>
        <translation>按住 Ctrl 或 Shift 选几场</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/session_panel.py" line="197"/>
        <source>To be kept until {day}; nothing is deleted by itself</source>
        <translation>保存到 {day};不会自动删除任何内容</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/last_time.py" line="44"/>
        <source>Noted after earlier shows</source>
        <translation>以前几场记下要改的</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/last_time.py" line="63"/>
        <source>and {n} more in Review</source>
        <translation>另有 {n} 条在复盘里</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/review_words.py" line="19"/>
        <source>from the clipboard</source>
        <translation>来自剪贴板</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="77"/>
        <source>Figures of the platform: {name}</source>
        <translation>平台数据:{name}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="79"/>
        <source>Nobody knows these columns yet: say once what they are.</source>
        <translation>这些列还不认识:请说明一次,以后会记住。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="80"/>
        <source>final</source>
        <translation>定稿</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="81"/>
        <source>Keep them</source>
        <translation>保存</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="82"/>
        <source>Not now</source>
        <translation>先不</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="153"/>
        <source>Sales of the night</source>
        <translation>当晚成交</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="154"/>
        <source>Returns, {days} days after</source>
        <translation>{days} 天后的退货</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="159"/>
        <source>leave out</source>
        <translation>不用</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="160"/>
        <source>SKU</source>
        <translation>商家编码</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="161"/>
        <source>link number</source>
        <translation>链接号</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="162"/>
        <source>title</source>
        <translation>品名</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="163"/>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="164"/>
        <source>units sold</source>
        <translation>件数</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="165"/>
        <source>paid orders</source>
        <translation>成交订单</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="166"/>
        <source>orders created</source>
        <translation>下单数</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="167"/>
        <source>buyers</source>
        <translation>成交人数</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="168"/>
        <source>GMV</source>
        <translation>GMV</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="169"/>
        <source>product clicks</source>
        <translation>商品点击</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="170"/>
        <source>viewers</source>
        <translation>观看人数</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="171"/>
        <source>views</source>
        <translation>观看次数</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="172"/>
        <source>exposed</source>
        <translation>曝光</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="173"/>
        <source>amount refunded</source>
        <translation>退款额</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/figures_card.py" line="174"/>
        <source>orders returned</source>
        <translation>退货单</translation>
    </message>
</context>
<context>
    <name>Scenes</name>
    <message>
        <location filename="../../hostconsole/ui/scene_words.py" line="14"/>
        <source>not made: OBS has it already</source>
        <translation>没建:OBS 里已经有了</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scene_words.py" line="15"/>
        <source>not made: a source in OBS has this name; rename one of them</source>
        <translation>没建:OBS 里有同名来源,请改其中一个</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scene_words.py" line="16"/>
        <source>not made: this OBS has no text sources</source>
        <translation>没建:这个 OBS 没有文字来源</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scene_words.py" line="17"/>
        <source>not made: the show began first</source>
        <translation>没建:已先开播</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scene_words.py" line="18"/>
        <source>not made: OBS went away; look there for a half of it</source>
        <translation>没建:OBS 断开了,看看里面有没有建了一半的</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scene_words.py" line="20"/>
        <source>not made: OBS refused it</source>
        <translation>没建:OBS 拒绝了</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scene_words.py" line="28"/>
        <source>link {n}</source>
        <translation>{n} 号</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scene_words.py" line="32"/>
        <source>{n} more</source>
        <translation>另 {n} 款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scene_words.py" line="40"/>
        <source>The sheet names these scenes and OBS lacks them. Each is made with a lower third for your canvas: link number, title, price, stock, countdown, picture. Nothing in OBS is altered.</source>
        <translation>排品表里有、OBS 里没有的场景。每个都按画布带好下方信息条:链接号、品名、价格、剩余、倒计时、图片。OBS 里已有的一律不动。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scene_words.py" line="46"/>
        <source>OBS has every scene this show needs. Put your cameras into the new ones.</source>
        <translation>本场要用的场景 OBS 里都有。把摄像机放进新场景即可。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scene_words.py" line="50"/>
        <source>OBS has every scene this show needs.</source>
        <translation>本场要用的场景 OBS 里都有。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scene_words.py" line="57"/>
        <source>Rows without a scene: {n}. OBS stays as it is when they are taken.</source>
        <translation>没写场景的:{n} 款。切到它们时 OBS 画面不变。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scene_words.py" line="70"/>
        <source>{n} of {of} made</source>
        <translation>已建 {n}/{of}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scene_words.py" line="72"/>
        <source>{n} made, {failed} could not be made</source>
        <translation>已建 {n} 个,{failed} 个没建成</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scene_words.py" line="74"/>
        <source>{n} made</source>
        <translation>已建 {n} 个</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scenes_bar.py" line="38"/>
        <source>Scenes …</source>
        <translation>场景 …</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scenes_bar.py" line="49"/>
        <source>OBS lacks 1 scene of this show</source>
        <translation>OBS 缺本场的 1 个场景</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scenes_bar.py" line="51"/>
        <source>OBS lacks {n} scenes of this show</source>
        <translation>OBS 缺本场的 {n} 个场景</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scenes_page.py" line="49"/>
        <source>Use “{scene}”</source>
        <translation>用“{scene}”</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scenes_page.py" line="135"/>
        <source>Scenes in OBS</source>
        <translation>OBS 场景</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scenes_page.py" line="162"/>
        <source>OBS is simulated here: it has every scene.</source>
        <translation>这里的 OBS 是模拟的:什么场景都有。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scenes_page.py" line="164"/>
        <source>OBS is not connected: what it lacks is listed here once it is.</source>
        <translation>OBS 未连接;连上后,这里列出缺少的场景。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scenes_page.py" line="217"/>
        <source>Make {n} scenes</source>
        <translation>建 {n} 个场景</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/scenes_page.py" line="217"/>
        <source>Make this scene</source>
        <translation>建这个场景</translation>
    </message>
</context>
<context>
    <name>Script</name>
    <message>
        <location filename="../../hostconsole/ui/script_editor.py" line="86"/>
        <source>Show it</source>
        <translation>上屏</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/script_editor.py" line="88"/>
        <source>Leave it</source>
        <translation>不改</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/script_editor.py" line="137"/>
        <source>Script · {item}</source>
        <translation>稿子 · {item}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/script_editor.py" line="146"/>
        <source>{time} to read</source>
        <translation>念 {time}</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <location filename="../../hostconsole/ui/alert_row.py" line="161"/>
        <source>See what differs</source>
        <translation>看差异</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/sheet_page.py" line="78"/>
        <source>The sheet and this show</source>
        <translation>排品表与本场的差异</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/sheet_page.py" line="79"/>
        <source>Keep the show as it is</source>
        <translation>保留本场的</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/sheet_page.py" line="80"/>
        <source>Apply the sheet</source>
        <translation>采用排品表</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/sheet_page.py" line="89"/>
        <source>Here → in the sheet. Changes: {changes}, rows: {rows}. What was edited here gives way to the sheet; Undo takes that back.</source>
        <translation>本场 → 排品表:{rows} 行,共 {changes} 处不同。采用后,这里改过的以排品表为准;可以撤销。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/sheet_page.py" line="95"/>
        <source>Rows that differ too but stay, as they aired or are on sale: {count}</source>
        <translation>另有 {count} 行不同,但已讲过或在售,不会改动。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/sheet_page.py" line="102"/>
        <source>+ {item}: new in the sheet</source>
        <translation>+ {item}:排品表新增</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/sheet_page.py" line="104"/>
        <source>− {item}: not in the sheet</source>
        <translation>− {item}:排品表里已没有</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/sheet_page.py" line="106"/>
        <source>{item}: place {was} → {now}</source>
        <translation>{item}:第 {was} 位 → 第 {now} 位</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <location filename="../../hostconsole/ui/file_boxes.py" line="39"/>
        <source>Run-sheets</source>
        <translation>排品表</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/start_page.py" line="198"/>
        <source>One key: the right product is on air everywhere, and you can see that it is.</source>
        <translation>按一个键,对的商品到处都上了,而且你看得到。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/start_page.py" line="200"/>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/start_page.py" line="202"/>
        <source>The sample show as a rehearsal. OBS is simulated; nothing goes out.</source>
        <translation>用示例场次彩排。OBS 是模拟的,什么都不会推出去。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/start_page.py" line="204"/>
        <source>My sheet</source>
        <translation>我的排品表</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/start_page.py" line="211"/>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/start_page.py" line="212"/>
        <source>Go on with &apos;{name}&apos; where you left it.</source>
        <translation>接着做“{name}”,从停下的地方开始。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/start_page.py" line="214"/>
        <source>&apos;{name}&apos; is still on air, its clock runs: go on at once.</source>
        <translation>“{name}”还在播,计时没停:马上接着播。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/start_page.py" line="217"/>
        <source>There is no show to go on with yet.</source>
        <translation>还没有可以继续的场次。</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/file_boxes.py" line="37"/>
        <source>Open a run-sheet</source>
        <translation>打开排品表</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/start_page.py" line="206"/>
        <source>Open, drop or paste (Ctrl+V) a table, as you have it. A column of titles is enough.</source>
        <translation>打开、拖入或粘贴(Ctrl+V)表格,有什么样就用什么样。有一列品名就够。</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <location filename="../../hostconsole/ui/step_texts.py" line="70"/>
        <source>{words} (was for before the take)</source>
        <translation>{words}(本该在切之前)</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/step_texts.py" line="72"/>
        <source>{words} (was for before the link)</source>
        <translation>{words}(本该在上链接之前)</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/step_texts.py" line="25"/>
        <source>{item}: {words}</source>
        <translation>{item}:{words}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/step_texts.py" line="28"/>
        <source>Take</source>
        <translation>切</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/step_texts.py" line="29"/>
        <source>Link up</source>
        <translation>上链接</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/step_texts.py" line="30"/>
        <source>Sold out: link down</source>
        <translation>售罄:下链接</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/step_texts.py" line="31"/>
        <source>Link opens</source>
        <translation>链接将上</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/step_texts.py" line="32"/>
        <source>Countdown</source>
        <translation>倒计时</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/step_texts.py" line="42"/>
        <source>Batch gone: release +{qty}</source>
        <translation>本批抢完:放 +{qty}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/moment.py" line="112"/>
        <location filename="../../hostconsole/ui/step_texts.py" line="45"/>
        <location filename="../../hostconsole/ui/step_texts.py" line="85"/>
        <source>Release +{qty}</source>
        <translation>放库存 +{qty}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/step_texts.py" line="54"/>
        <source>{words} (late {time})</source>
        <translation>{words}(晚 {time})</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/step_texts.py" line="57"/>
        <source>+{qty} in {s} s</source>
        <translation>{s} 秒后放 +{qty}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/step_texts.py" line="81"/>
        <source>Take {item}</source>
        <translation>切 {item}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/step_texts.py" line="82"/>
        <source>Link up: {item}</source>
        <translation>上链接:{item}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/step_texts.py" line="83"/>
        <source>Link down: {item}</source>
        <translation>下链接:{item}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/step_texts.py" line="84"/>
        <source>Batch gone</source>
        <translation>本批抢完</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/solo_panel.py" line="48"/>
        <source>Safe picture</source>
        <translation>救场画面</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/solo_panel.py" line="62"/>
        <source>Next: {item}</source>
        <translation>下一款:{item}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/solo_panel.py" line="70"/>
        <source>Wait: the link opens by itself</source>
        <translation>请稍等:链接会自己上</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/solo_panel.py" line="74"/>
        <source>Nothing is to be done now</source>
        <translation>现在没有要做的</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/step_texts.py" line="21"/>
        <source>Oversold by {qty}: settle that first</source>
        <translation>超卖 {qty} 件:先处理</translation>
    </message>
</context>
<context>
    <name>Steps first</name>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="109"/>
        <source>First steps</source>
        <translation>第一次开播</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="111"/>
        <source>My sheet</source>
        <translation>我的排品表</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="113"/>
        <location filename="../../hostconsole/ui/prepare_room.py" line="277"/>
        <source>Host&apos;s screen</source>
        <translation>主播屏</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="114"/>
        <source>Try the keys</source>
        <translation>试按键</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="115"/>
        <source>Rehearse</source>
        <translation>彩排</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="116"/>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="145"/>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="147"/>
        <source>Not skip</source>
        <translation>不跳过</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="147"/>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="151"/>
        <source>{left} to do</source>
        <translation>还有 {left} 步</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="152"/>
        <source>all done</source>
        <translation>都好了</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="153"/>
        <source>Show</source>
        <translation>展开</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="153"/>
        <source>Hide</source>
        <translation>收起</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="177"/>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="178"/>
        <source>simulated: nothing goes out</source>
        <translation>模拟：什么都不会播出</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="179"/>
        <source>connecting …</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="180"/>
        <source>loading …</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="181"/>
        <source>the password is wrong</source>
        <translation>密码不对</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="182"/>
        <source>not reached</source>
        <translation>连不上</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="183"/>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="184"/>
        <source>the sample; open your own</source>
        <translation>示例；打开你自己的</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="186"/>
        <source>open a run-sheet</source>
        <translation>打开排品表</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="188"/>
        <source>shown</source>
        <translation>已显示</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="190"/>
        <source>display, distance, test card</source>
        <translation>屏幕、距离、测试卡</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="191"/>
        <source>with the browser in front</source>
        <translation>浏览器在前台时试</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="192"/>
        <source>runs now</source>
        <translation>正在进行</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="195"/>
        <source>hold Go live for a second</source>
        <translation>按住“开播”一秒</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/first_steps.py" line="194"/>
        <source>once through, nothing counts</source>
        <translation>走一遍，不计数</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <location filename="../../hostconsole/ui/strip_texts.py" line="79"/>
        <source>link in {s}</source>
        <translation>{s} 秒后上链接</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/strip_texts.py" line="82"/>
        <source>link up {time}</source>
        <translation>链接已上 {time}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/strip_texts.py" line="84"/>
        <source>link down</source>
        <translation>链接已下</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/strip_texts.py" line="85"/>
        <source>link not up</source>
        <translation>链接未上</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/strip_texts.py" line="63"/>
        <source>oversold</source>
        <translation>超卖</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/strip_texts.py" line="64"/>
        <source>left</source>
        <translation>剩</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/strip_texts.py" line="92"/>
        <source>nothing is next</source>
        <translation>没有下一款</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/strip_texts.py" line="120"/>
        <source>wait</source>
        <translation>等</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/strip_texts.py" line="129"/>
        <source>REHEARSAL</source>
        <translation>彩排</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/strip_texts.py" line="130"/>
        <source>READY</source>
        <translation>备播</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/strip_texts.py" line="131"/>
        <source>ENDED</source>
        <translation>已结束</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/strip_texts.py" line="132"/>
        <source>NO SHOW</source>
        <translation>没有场次</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/strip_texts.py" line="143"/>
        <source>Link opens in {s}</source>
        <translation>{s} 秒后上链接</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/strip_texts.py" line="144"/>
        <source>Countdown {s}</source>
        <translation>倒计时 {s}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/strip_texts.py" line="151"/>
        <source>+{count}</source>
        <translation>+{count}</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/strip_texts.py" line="166"/>
        <source>Start a rehearsal, or go live</source>
        <translation>开始彩排或开播</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/strip_texts.py" line="169"/>
        <source>Nothing more is to be done</source>
        <translation>没有要做的了</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/strip.py" line="163"/>
        <source>Strip</source>
        <translation>小条</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <location filename="../../hostconsole/ui/phrases.py" line="40"/>
        <source>host</source>
        <translation>主播</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/phrases.py" line="39"/>
        <source>controller</source>
        <translation>中控</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/phrases.py" line="41"/>
        <source>console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/handover_card.py" line="173"/>
        <location filename="../../hostconsole/ui/texts.py" line="245"/>
        <source>stream</source>
        <translation>推流</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/handover_card.py" line="177"/>
        <location filename="../../hostconsole/ui/texts.py" line="246"/>
        <source>recording</source>
        <translation>录像</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/handover_card.py" line="178"/>
        <location filename="../../hostconsole/ui/texts.py" line="247"/>
        <source>virtual camera</source>
        <translation>虚拟摄像头</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="248"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="236"/>
        <source>up</source>
        <translation>已上</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="237"/>
        <source>down</source>
        <translation>已下</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="238"/>
        <source>not up</source>
        <translation>还没上</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="239"/>
        <source>counting down</source>
        <translation>正在倒计时</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="240"/>
        <source>not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="241"/>
        <source>not a whole number</source>
        <translation>不是整数</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="242"/>
        <source>too large</source>
        <translation>太大</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="243"/>
        <source>below 0</source>
        <translation>小于 0</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="244"/>
        <source>must be above 0</source>
        <translation>必须大于 0</translation>
    </message>
    <message>
        <location filename="../../hostconsole/ui/texts.py" line="249"/>
        <source>a title is needed</source>
        <translation>需要品名</translation>
    </message>
</context>
</TS>
