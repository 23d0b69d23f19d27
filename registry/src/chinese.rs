//! The texts in Simplified Chinese: reason phrases and retry advice.
//!
//! They are not fields of [`Code`], so that a program that looks up a row but reads no Chinese does
//! not contain them.

use core::str::from_utf8;

use crate::{effective, phrase, Code, Retry};

/// One line for each known code, in ascending order: the code, its reason phrase, and the text of its
/// retry advice, which is empty if the response is interim.
///
/// It is one string since this crate is compiled with every program that uses the macros: with a tuple
/// for each code, that takes 1 % more instructions.
const LINES: &str = "\
100 继续|
101 切换协议|
102 处理中|
103 早期提示|
104 支持上传续传|
200 成功|请求已成功
201 已创建|请求已成功
202 已接受|请求已成功
203 非权威信息|请求已成功
204 无内容|请求已成功
205 重置内容|请求已成功
206 部分内容|请求已成功
207 多状态|仅当内容中的状态表明有部分操作失败时
208 已报告|请求已成功
218 一切正常|请求已成功
226 已应用实例操作|请求已成功
300 多种选择|改向所列 URI 之一发送
301 已永久移动|改向 Location 中的 URI 发送
302 已找到|改向 Location 中的 URI 发送
303 参见其他|以 GET 或 HEAD 改向 Location 中的 URI 发送
304 未修改|直接使用已存储的响应
305 使用代理|该状态码已弃用，不应遵从
306 切换代理|该状态码没有含义
307 临时重定向|以相同的方法改向 Location 中的 URI 发送
308 永久重定向|以相同的方法改向 Location 中的 URI 发送
400 错误请求|必须先修改请求
401 未认证|须带上有效的凭据
402 需要付款|没有标准规定怎样才能得到不同的响应
403 禁止访问|若原因在于凭据，须换用其他凭据
404 未找到|没有迹象表明该资源会出现
405 方法不被允许|必须改用 Allow 中列出的方法
406 不可接受|须修改 Accept 等字段中的偏好
407 需要代理认证|须带上对该代理有效的凭据
408 请求超时|趁请求尚未完成时重发，必要时换用新连接
409 冲突|须先解决冲突
410 已移除|该资源很可能不再恢复
411 需要内容长度|须带上有效的 Content-Length
412 先决条件失败|须换用符合资源当前状态的条件
413 内容过大|须等待 Retry-After 给出的时间，或减小内容
414 URI 过长|必须缩短 URI
415 不支持的媒体类型|须换用受支持的媒体类型和编码
416 范围无法满足|须换用不超出表示长度的范围
417 期望未满足|须去掉 Expect 中的 100-continue
418 我是茶壶|该状态码没有含义
419 页面已过期|仅当厂商建议重试时；否则按 400 处理
420 请保持冷静|仅当厂商建议重试时；否则按 400 处理
421 请求定向有误|换一个连接，任何方法均可
422 无法处理的内容|必须先修改内容
423 已锁定|须出示锁令牌，或等待解锁
424 依赖操作失败|须等所依赖的操作成功
425 请求过早|等 TLS 握手完成后重发，不得放在早期数据中
426 需要升级协议|须改用 Upgrade 中列出的协议
428 需要先决条件|须带上条件，如 If-Match
429 请求过多|等待 Retry-After 给出的时间，没有给出时逐次延长间隔
430 Shopify 安全拒绝|仅当厂商建议重试时；否则按 400 处理
431 请求头部字段过大|须减小头部字段
440 登录超时|须重新登录
444 无响应|仅当厂商建议重试时；否则按 400 处理
449 补充信息后重试|带上 Ms-Echo-Reply
450 被 Windows 家长控制拦截|该网页已被拦截
451 因法律原因不可用|法律要求禁止访问
460 客户端已关闭连接|仅当厂商建议重试时；否则按 400 处理
463 转发地址过多|必须先修改请求
464 协议版本不兼容|必须先修改请求
494 请求头部过大|必须先修改请求
495 SSL 证书错误|必须更换证书
496 需要 SSL 证书|须带上客户端证书
497 向 HTTPS 端口发送了 HTTP 请求|须改用 HTTPS
498 令牌无效|须换用新的令牌
499 客户端已关闭请求|仅当厂商建议重试时；否则按 400 处理
500 服务器内部错误|仅当方法幂等，或确知重发安全时
501 未实现|服务器不具备该功能
502 网关错误|仅当方法幂等，或确知重发安全时
503 服务不可用|确知重发安全时，等待 Retry-After 给出的时间，没有给出时逐次延长间隔
504 网关超时|仅当方法幂等，或确知重发安全时
505 不支持的 HTTP 版本|须换用 HTTP 的其他主版本
506 变体仍需协商|服务器配置有误
507 存储空间不足|须稍后再试；若请求由用户操作引起，须等用户再次要求
508 检测到循环|仍会遇到同一循环
509 超出带宽限制|仅当厂商建议重试时；否则按 500 处理
510 未扩展|须带上所要求的扩展
511 需要网络认证|须先登录该网络
520 Web 服务器返回未知错误|仅当方法幂等，或确知重发安全时
521 Web 服务器宕机|仅当方法幂等，或确知重发安全时
522 连接超时|仅当方法幂等，或确知重发安全时
523 源站不可达|仅当方法幂等，或确知重发安全时
524 发生超时|仅当方法幂等，或确知重发安全时
525 SSL 握手失败|仅当方法幂等，或确知重发安全时
526 SSL 证书无效|仅当方法幂等，或确知重发安全时
527 Railgun 错误|仅当方法幂等，或确知重发安全时
529 站点过载|等待 Retry-After 给出的时间，没有给出时逐次延长间隔
530 源站 DNS 错误|仅当方法幂等，或确知重发安全时
540 暂时停用|仅当厂商建议重试时；否则按 500 处理
561 未认证|仅当厂商建议重试时；否则按 500 处理
598 网络读取超时错误|仅当方法幂等，或确知重发安全时
599 网络连接超时错误|仅当方法幂等，或确知重发安全时
600 无法解析的响应头部|与任何 5xx 相同，客户端即按 5xx 处理
783 意外的标记|与任何 5xx 相同，客户端即按 5xx 处理
999 请求被拒绝|与任何 5xx 相同，客户端即按 5xx 处理
";

/// Returns the reason phrase and the advice of a known code.
#[inline]
const fn texts(code: u16) -> Option<(&'static str, &'static str)> {
    let lines = LINES.as_bytes();
    let (mut low, mut high) = (0, lines.len());
    while low < high {
        let mut start = low + (high - low) / 2;
        while start > low && lines[start - 1] != b'\n' {
            start -= 1;
        }
        let digits = [lines[start] - b'0', lines[start + 1] - b'0', lines[start + 2] - b'0'];
        let found = digits[0] as u16 * 100 + digits[1] as u16 * 10 + digits[2] as u16;
        if found > code {
            high = start;
            continue;
        }
        let (mut bar, mut end) = (0, start);
        while lines[end] != b'\n' {
            if lines[end] == b'|' {
                bar = end;
            }
            end += 1;
        }
        if found < code {
            low = end + 1;
            continue;
        }
        let (before, advice) = lines.split_at(end).0.split_at(bar);
        let phrase = before.split_at(start + "404 ".len()).1;
        return match (from_utf8(phrase), from_utf8(advice.split_at("|".len()).1)) {
            (Ok(phrase), Ok(advice)) => Some((phrase, advice)),
            _ => None,
        };
    }
    None
}

/// Returns the reason phrase of a code in Simplified Chinese. The phrase of an unknown code is that
/// of the code as which it is [treated](effective) (RFC 9110, section 15).
///
/// ```
/// use httperr_registry::phrase_zh;
///
/// assert_eq!(phrase_zh(409), "冲突");
/// assert_eq!(phrase_zh(471), "错误请求");
/// ```
#[inline]
pub const fn phrase_zh(code: u16) -> &'static str {
    match texts(code) {
        Some((phrase, _)) => phrase,
        None => match texts(effective(code)) {
            Some((phrase, _)) => phrase,
            None => "",
        },
    }
}

/// Returns the reason phrase of a code in a language: in Chinese for a tag of Chinese that is not that
/// of traditional characters, and otherwise in English.
///
/// ```
/// use httperr_registry::phrase_in;
///
/// assert_eq!(phrase_in(404, "zh-CN"), "未找到");
/// assert_eq!(phrase_in(404, "zh-Hant"), "Not Found");
/// assert_eq!(phrase_in(404, "de"), "Not Found");
/// ```
pub fn phrase_in(code: u16, language: &str) -> &'static str {
    match is_simplified_chinese(language) {
        true => phrase_zh(code),
        false => phrase(code),
    }
}

/// Returns whether a language tag is one of Chinese that is not that of traditional characters.
#[doc(hidden)]
pub fn is_simplified_chinese(tag: &str) -> bool {
    const TRADITIONAL: [&str; 4] = ["Hant", "TW", "HK", "MO"];
    let mut subtags = tag.split('-');
    subtags.next().is_some_and(|language| language.eq_ignore_ascii_case("zh"))
        && !subtags.any(|subtag| TRADITIONAL.iter().any(|other| subtag.eq_ignore_ascii_case(other)))
}

impl Code {
    /// Returns the reason phrase in Simplified Chinese.
    ///
    /// ```
    /// assert_eq!(httperr_registry::get(404).unwrap().phrase_zh(), "未找到");
    /// ```
    #[inline]
    pub const fn phrase_zh(&self) -> &'static str {
        phrase_zh(self.code)
    }

    /// Returns [`retry`](Self::retry) with its text in Simplified Chinese.
    ///
    /// ```
    /// use httperr_registry::{get, Retry};
    ///
    /// assert_eq!(get(401).unwrap().retry_zh(), Retry::If("须带上有效的凭据"));
    /// ```
    #[inline]
    pub const fn retry_zh(&self) -> Retry {
        let text = match texts(self.code) {
            Some((_, advice)) => advice,
            None => "",
        };
        match self.retry {
            Retry::Yes(_) => Retry::Yes(text),
            Retry::If(_) => Retry::If(text),
            Retry::No(_) => Retry::No(text),
            Retry::Interim => Retry::Interim,
        }
    }
}
