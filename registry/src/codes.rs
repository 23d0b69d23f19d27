//! The table: one row per code, in order.
//!
//! A row has what is particular to its code. The rest comes from the constant at its end, which has
//! what all codes of that kind have in common. The phrase and the retry advice in Chinese are in
//! `chinese.rs`.

use crate::{Code, Content, Field, Grpc, Level, Retry, Spec, Standing, Version, When};

const STD_97: &str = "registered with IANA; Internet Standard (STD 97)";
const PROPOSED: &str = "registered with IANA; defined by a Proposed Standard RFC";
const EXPERIMENTAL: &str = "registered with IANA; defined by an Experimental RFC";

const IDEMPOTENT: Retry = Retry::If("if the method is idempotent or a repeat is known to be safe");
const AS_400: Retry = Retry::If("if its vendor recommends it; otherwise it is treated as 400");
const AS_500: Retry = Retry::If("if its vendor recommends it; otherwise it is treated as 500");

/// The defaults of every row.
const ROW: Code = Code {
    code: 0,
    name: "",
    aliases: &[],
    phrase: "",
    standing: Standing::Standard,
    rationale: STD_97,
    replacement: None,
    spec: by(""),
    since: Version::Http11,
    content: Content::Allowed,
    heuristically_cacheable: false,
    must_not_store: false,
    fields: &[],
    retry: Retry::Interim,
    grpc: &[],
    meaning: "",
    meaning_zh: "",
};

const INTERIM: Code = Code { content: Content::Forbidden, ..ROW };

const SUCCESS: Code = Code { retry: Retry::No("it succeeded"), ..ROW };

const REDIRECT: Code = Code { retry: Retry::Yes("to the URI in Location"), ..ROW };

const ERROR: Code = ROW;

const UNOFFICIAL: Code =
    Code { standing: Standing::Unofficial, since: Version::Unspecified, ..ROW };

const OUT_OF_RANGE: Code = Code {
    standing: Standing::OutOfRange,
    since: Version::Unspecified,
    retry: Retry::If("as after any 5xx, which is what a client takes it for"),
    ..ROW
};

/// A section of RFC 9110, which defines most codes.
const fn http(section: &'static str) -> Spec {
    rfc("RFC 9110", section)
}

const fn rfc(document: &'static str, section: &'static str) -> Spec {
    Spec { document, section }
}

/// The vendor that introduced an unofficial code.
const fn by(vendor: &'static str) -> Spec {
    Spec { document: vendor, section: "" }
}

const fn must(name: &'static str, when: When, spec: Spec, example: &'static str) -> Field {
    Field { name, level: Level::Must, when, spec, example, rule: None }
}

const fn should(name: &'static str, when: When, spec: Spec, example: &'static str) -> Field {
    Field { level: Level::Should, ..must(name, when, spec, example) }
}

const fn expected(name: &'static str, when: When, spec: Spec, example: &'static str) -> Field {
    Field { level: Level::Expected, ..must(name, when, spec, example) }
}

/// A field that a 206 or a 304 repeats from the 200 that it replaces.
const fn repeated_from_200(name: &'static str, spec: Spec, example: &'static str) -> Field {
    must(name, When::If("a 200 to the same request would have carried it"), spec, example)
}

const fn location(section: &'static str) -> Field {
    Field {
        rule: Some("missing_location"),
        ..should("Location", When::Always, http(section), "https://example.com/new")
    }
}

/// Upgrade is a hop-by-hop field, which its sender lists in Connection.
const CONNECTION: Field = must("Connection", When::Always, http("7.8"), "upgrade");

/// Every known code, in ascending order.
pub const CODES: &[Code] = &[
    Code {
        code: 100,
        name: "CONTINUE",
        phrase: "Continue",
        spec: http("15.2.1"),
        meaning: "The server has seen the start of the request and has not refused it, so the \
            client goes on to send the content. A final response follows.",
        meaning_zh: "服务器已收到请求的开头且没有拒绝，客户端可以接着发送请求内容。之后还会有一个\
            最终响应。",
        ..INTERIM
    },
    Code {
        code: 101,
        name: "SWITCHING_PROTOCOLS",
        phrase: "Switching Protocols",
        spec: http("15.2.2"),
        since: Version::Http11Only,
        fields: &[must("Upgrade", When::Always, http("15.2.2"), "websocket"), CONNECTION],
        meaning: "The server agrees to the change of protocol that the client proposed in \
            Upgrade, and speaks the new one right after this response. It must carry Upgrade with \
            the protocol chosen.",
        meaning_zh: "服务器同意客户端在 Upgrade 中提出的协议切换，本响应之后即改用新协议。响应必须\
            带有 Upgrade，写明所选的协议。",
        ..INTERIM
    },
    Code {
        code: 102,
        name: "PROCESSING",
        phrase: "Processing",
        standing: Standing::Obsoleted,
        rationale: "RFC 4918 removed it from WebDAV for lack of implementations",
        replacement: Some("202 when the work outlasts the response, or 103 to send fields early"),
        spec: rfc("RFC 2518", "10.1"),
        meaning: "Obsoleted: in the first WebDAV RFC it meant that a long request is still being \
            processed, and the next one removed it. Do not send it.",
        meaning_zh: "已废弃：最初的 WebDAV 规范用它表示耗时的请求仍在处理，后来的 RFC 4918 将其删\
            除。不应再发送。",
        ..INTERIM
    },
    Code {
        code: 103,
        name: "EARLY_HINTS",
        phrase: "Early Hints",
        rationale: EXPERIMENTAL,
        spec: rfc("RFC 8297", "2"),
        meaning: "Fields that the final response is likely to carry, mostly Link, sent ahead so \
            that the client can begin to load what they point to.",
        meaning_zh: "在最终响应之前先行送出其中可能出现的部分字段（多为 Link），让客户端提前加载所\
            指的资源。",
        ..INTERIM
    },
    Code {
        code: 104,
        name: "UPLOAD_RESUMPTION_SUPPORTED",
        phrase: "Upload Resumption Supported",
        standing: Standing::Provisional,
        rationale: "a temporary registration with an expiry date, for an Internet-Draft",
        spec: by("draft-ietf-httpbis-resumable-upload"),
        fields: &[
            must(
                "Location",
                When::If("it is the first 104 to the request that creates an upload"),
                by("draft-ietf-httpbis-resumable-upload"),
                "https://example.com/new",
            ),
            must(
                "Upload-Limit",
                When::If("it is that first 104, and there are limits"),
                by("draft-ietf-httpbis-resumable-upload"),
                "max-size=1000000000",
            ),
        ],
        meaning: "Provisional: the upload can be resumed if it breaks off, at the URI that the \
            first such response must give in Location. It is defined by an Internet-Draft and may \
            change or lapse.",
        meaning_zh: "临时注册：上传中断后可以续传，续传的 URI 必须由首个 104 响应的 Location 给\
            出。其定义仍是互联网草案，可能变动或失效。",
        ..INTERIM
    },
    Code {
        code: 200,
        name: "OK",
        phrase: "OK",
        spec: http("15.3.1"),
        since: Version::Http10,
        heuristically_cacheable: true,
        fields: &[
            should(
                "ETag",
                When::If("it responds to GET or HEAD and the server has one"),
                http("15.3.1"),
                "\"v1\"",
            ),
            should(
                "Last-Modified",
                When::If("it responds to GET or HEAD and the server has one"),
                http("15.3.1"),
                "Sun, 06 Nov 1994 08:49:37 GMT",
            ),
        ],
        grpc: &[Grpc::Ok],
        meaning: "The request succeeded. What the content is depends on the method: for GET a \
            representation of the resource, for POST the outcome of the action.",
        meaning_zh: "请求成功。内容的含义取决于方法：对 GET 是资源的表示，对 POST 是操作的结果。",
        ..SUCCESS
    },
    Code {
        code: 201,
        name: "CREATED",
        phrase: "Created",
        spec: http("15.3.2"),
        since: Version::Http10,
        fields: &[should(
            "Location",
            When::If("a POST created the resource"),
            http("9.3.3"),
            "https://example.com/new",
        )],
        meaning: "The request created one resource or more. Location names the main one, and \
            should do so after a POST; without it, the new resource is at the URI of the request.",
        meaning_zh: "请求创建了至少一个资源。主要的新资源由 Location 指出，对 POST 的响应应带有\
            它；没有 Location 时，即为请求的目标 URI。",
        ..SUCCESS
    },
    Code {
        code: 202,
        name: "ACCEPTED",
        phrase: "Accepted",
        spec: http("15.3.3"),
        since: Version::Http10,
        meaning: "The request was accepted, but the work is not done and may yet fail. The \
            content ought to describe its state and link to a monitor of it.",
        meaning_zh: "请求已被接受，但工作尚未完成，之后仍可能失败。内容宜说明当前进展以及到何处查\
            询。",
        ..SUCCESS
    },
    Code {
        code: 203,
        name: "NON_AUTHORITATIVE_INFORMATION",
        phrase: "Non-Authoritative Information",
        spec: http("15.3.4"),
        heuristically_cacheable: true,
        meaning: "The request succeeded, but a transforming proxy on the way changed the content \
            of the origin server's 200.",
        meaning_zh: "请求成功，但途中的转换代理改动了源服务器 200 响应的内容，因此所得信息并非权\
            威。",
        ..SUCCESS
    },
    Code {
        code: 204,
        name: "NO_CONTENT",
        phrase: "No Content",
        spec: http("15.3.5"),
        since: Version::Http10,
        content: Content::Forbidden,
        heuristically_cacheable: true,
        meaning: "The request succeeded and there is nothing to send back: the response ends with \
            its header section. The client can stay on the page that it shows.",
        meaning_zh: "请求成功，没有内容可返回，响应到头部即告结束。客户端可以停留在当前页面。",
        ..SUCCESS
    },
    Code {
        code: 205,
        name: "RESET_CONTENT",
        phrase: "Reset Content",
        spec: http("15.3.6"),
        content: Content::ZeroLength,
        meaning: "The request succeeded, and the client is to put the form or view that sent it \
            back to its first state. The content must be of length zero.",
        meaning_zh: "请求成功，客户端宜把发出请求的表单或视图恢复到初始状态。响应内容的长度必须为\
            零。",
        ..SUCCESS
    },
    Code {
        code: 206,
        name: "PARTIAL_CONTENT",
        phrase: "Partial Content",
        spec: http("15.3.7"),
        heuristically_cacheable: true,
        fields: &[
            must(
                "Content-Range",
                When::If("one part is sent; of several, each part carries its own"),
                http("15.3.7.1"),
                "bytes 0-499/1000",
            ),
            must(
                "Content-Type",
                When::If("several parts are sent"),
                http("15.3.7.2"),
                "multipart/byteranges; boundary=part",
            ),
            repeated_from_200("Date", http("15.3.7"), "Sun, 06 Nov 1994 08:49:37 GMT"),
            repeated_from_200("Cache-Control", http("15.3.7"), "max-age=60"),
            repeated_from_200("ETag", http("15.3.7"), "\"v1\""),
            repeated_from_200("Expires", http("15.3.7"), "Sun, 06 Nov 1994 08:49:37 GMT"),
            repeated_from_200("Content-Location", http("15.3.7"), "/report.en"),
            repeated_from_200("Vary", http("15.3.7"), "Accept-Encoding"),
        ],
        meaning: "The parts of the representation that a GET asked for with Range. One part must \
            come with Content-Range; several come as multipart/byteranges, where each part has \
            its own.",
        meaning_zh: "返回 GET 以 Range 索取的那部分表示。只有一段时必须带有 Content-Range；有多段\
            时使用 multipart/byteranges，由各段自带 Content-Range。",
        ..SUCCESS
    },
    Code {
        code: 207,
        name: "MULTI_STATUS",
        phrase: "Multi-Status",
        rationale: PROPOSED,
        spec: rfc("RFC 4918", "11.1"),
        retry: Retry::If("if the statuses in the content show that a part failed"),
        meaning: "WebDAV: the content is XML with a status for each of several resources. The \
            operation may have succeeded, failed, or both in part.",
        meaning_zh: "WebDAV：内容为 XML，分别给出多个资源的状态。整个操作可能成功、失败或部分成\
            功。",
        ..SUCCESS
    },
    Code {
        code: 208,
        name: "ALREADY_REPORTED",
        phrase: "Already Reported",
        rationale: EXPERIMENTAL,
        spec: rfc("RFC 5842", "7.1"),
        meaning: "WebDAV: used inside the content of a 207 for a collection whose members were \
            listed before, under another of its bindings.",
        meaning_zh: "WebDAV：用在 207 的内容之内，表示该集合的成员已在它的另一个绑定下列出，不再重\
            复。",
        ..SUCCESS
    },
    Code {
        code: 218,
        name: "THIS_IS_FINE",
        phrase: "This is fine",
        rationale: "lists of codes attribute it to Apache, whose documents do not have it",
        replacement: Some("200 for a success, or the 4xx or 5xx that fits an error"),
        spec: by("attributed to Apache"),
        retry: Retry::No("it succeeded"),
        meaning: "Attributed to Apache, but no document of theirs defines it. Clients take it for \
            a 200.",
        meaning_zh: "据传出自 Apache，但其文档中并无定义。客户端按 200 处理。",
        ..UNOFFICIAL
    },
    Code {
        code: 226,
        name: "IM_USED",
        phrase: "IM Used",
        rationale: PROPOSED,
        spec: rfc("RFC 3229", "10.4.1"),
        fields: &[
            must("ETag", When::Always, rfc("RFC 3229", "10.4.1"), "\"v1\""),
            should("IM", When::Always, rfc("RFC 3229", "10.5.2"), "vcdiff"),
        ],
        meaning: "Instance manipulations, such as a delta against an older version, were applied \
            to the response to a GET that allowed them in A-IM. It must carry ETag, and should \
            name them in IM.",
        meaning_zh: "按 GET 请求中 A-IM 的许可，对结果作了实例操作（如只传与旧版本的差异）。响应必\
            须带有 ETag，并应在 IM 中写明所作的操作。",
        ..SUCCESS
    },
    Code {
        code: 300,
        name: "MULTIPLE_CHOICES",
        phrase: "Multiple Choices",
        spec: http("15.4.1"),
        heuristically_cacheable: true,
        fields: &[should(
            "Location",
            When::If("the server prefers one of the choices"),
            http("15.4.1"),
            "https://example.com/new",
        )],
        retry: Retry::Yes("to one of the URIs offered"),
        meaning: "The resource has several representations, each with a URI of its own, to choose \
            from. If the server prefers one, Location should name it.",
        meaning_zh: "资源有多个表示，各有自己的 URI，供用户或客户端选择。服务器若有首选，应写在 \
            Location 中。",
        ..REDIRECT
    },
    Code {
        code: 301,
        name: "MOVED_PERMANENTLY",
        phrase: "Moved Permanently",
        spec: http("15.4.2"),
        since: Version::Http10,
        heuristically_cacheable: true,
        fields: &[location("15.4.2")],
        meaning: "The resource has a new URI for good, which Location should name; use it from \
            now on. A client may turn POST into GET when it follows; 308 keeps the method.",
        meaning_zh: "资源已永久换了 URI（应由 Location 给出），今后宜使用新的 URI。客户端跟随时可\
            能把 POST 改为 GET；要保留方法可用 308。",
        ..REDIRECT
    },
    Code {
        code: 302,
        name: "FOUND",
        aliases: &["MOVED_TEMPORARILY"],
        phrase: "Found",
        spec: http("15.4.3"),
        since: Version::Http10,
        fields: &[location("15.4.3")],
        meaning: "The resource is under another URI for now, which Location should name; keep \
            using the one requested. A client may turn POST into GET when it follows; 307 keeps \
            the method.",
        meaning_zh: "资源暂时位于另一个 URI（应由 Location 给出），今后仍使用原来的 URI。客户端跟\
            随时可能把 POST 改为 GET；要保留方法可用 307。",
        ..REDIRECT
    },
    Code {
        code: 303,
        name: "SEE_OTHER",
        phrase: "See Other",
        spec: http("15.4.4"),
        fields: &[Field { level: Level::Expected, ..location("15.4.4") }],
        retry: Retry::Yes("to the URI in Location, with GET or HEAD"),
        meaning: "The result is found elsewhere: the client fetches the other resource that \
            Location names, with GET or HEAD. Common after a POST.",
        meaning_zh: "结果在别处：客户端用 GET 或 HEAD 获取 Location 所指的另一个资源，常用于 \
            POST 之后。",
        ..REDIRECT
    },
    Code {
        code: 304,
        name: "NOT_MODIFIED",
        phrase: "Not Modified",
        spec: http("15.4.5"),
        since: Version::Http10,
        content: Content::Forbidden,
        fields: &[
            repeated_from_200("Content-Location", http("15.4.5"), "/report.en"),
            repeated_from_200("Date", http("15.4.5"), "Sun, 06 Nov 1994 08:49:37 GMT"),
            repeated_from_200("ETag", http("15.4.5"), "\"v1\""),
            repeated_from_200("Vary", http("15.4.5"), "Accept-Encoding"),
            repeated_from_200("Cache-Control", http("15.4.5"), "max-age=60"),
            repeated_from_200("Expires", http("15.4.5"), "Sun, 06 Nov 1994 08:49:37 GMT"),
        ],
        retry: Retry::No("the stored response is used"),
        meaning: "Sends a conditional GET or HEAD back to the response that the client has \
            stored, which still holds. No content, but ETag, Vary, Cache-Control and the like \
            must be as on a 200.",
        meaning_zh: "让有条件的 GET 或 HEAD 转用客户端已存储且仍然有效的响应。不含内容，但必须带\
            上 200 响应本应带有的 ETag、Vary、Cache-Control 等字段。",
        ..REDIRECT
    },
    Code {
        code: 305,
        name: "USE_PROXY",
        phrase: "Use Proxy",
        standing: Standing::Deprecated,
        rationale: "a response that sets a proxy is a security risk, so RFC 7231 withdrew it",
        replacement: Some("307 with a Location to send the client elsewhere, or 403 to refuse it"),
        spec: http("15.4.6"),
        retry: Retry::No("it is deprecated and not to be followed"),
        meaning: "Deprecated: it once asked for the request to be repeated through a proxy, and \
            letting a response choose the proxy proved unsafe. Do not send it or follow it.",
        meaning_zh: "已弃用：曾用来要求经代理重发请求，而由响应指定代理并不安全。不应发送，也不应\
            遵从。",
        ..REDIRECT
    },
    Code {
        code: 306,
        name: "SWITCH_PROXY",
        phrase: "Switch Proxy",
        standing: Standing::Unused,
        rationale: "the number is reserved, and what an early draft meant by it was dropped",
        replacement: Some("307 with a Location to send the client elsewhere"),
        spec: http("15.4.7"),
        since: Version::Unspecified,
        retry: Retry::No("it has no meaning"),
        meaning: "Reserved, with no meaning. The name Switch Proxy is from an early draft and \
            never stood in an RFC.",
        meaning_zh: "保留未用，没有含义。Switch Proxy 之名出自早期草案，从未写入 RFC。",
        ..REDIRECT
    },
    Code {
        code: 307,
        name: "TEMPORARY_REDIRECT",
        phrase: "Temporary Redirect",
        spec: http("15.4.8"),
        fields: &[location("15.4.8")],
        retry: Retry::Yes("to the URI in Location, with the same method"),
        meaning: "The resource is under another URI for now, which Location should name; keep \
            using the one requested. A client that follows must not change the method.",
        meaning_zh: "资源暂时位于另一个 URI（应由 Location 给出），今后仍使用原来的 URI。客户端跟\
            随时不得改变方法。",
        ..REDIRECT
    },
    Code {
        code: 308,
        name: "PERMANENT_REDIRECT",
        phrase: "Permanent Redirect",
        spec: http("15.4.9"),
        heuristically_cacheable: true,
        fields: &[location("15.4.9")],
        retry: Retry::Yes("to the URI in Location, with the same method"),
        meaning: "The resource has a new URI for good, which Location should name; use it from \
            now on. Unlike after a 301, the method stays the same.",
        meaning_zh: "资源已永久换了 URI（应由 Location 给出），今后宜使用新的 URI。与 301 不同，跟\
            随时方法保持不变。",
        ..REDIRECT
    },
    Code {
        code: 400,
        name: "BAD_REQUEST",
        phrase: "Bad Request",
        spec: http("15.5.1"),
        since: Version::Http10,
        retry: Retry::No("the request has to change"),
        grpc: &[Grpc::InvalidArgument, Grpc::FailedPrecondition, Grpc::OutOfRange],
        meaning: "Something about the request looks like the client's mistake, such as broken \
            syntax or framing. The general choice where no other 4xx fits.",
        meaning_zh: "服务器认为请求本身有误，例如语法或报文分帧错误。没有更合适的 4xx 时使用它。",
        ..ERROR
    },
    Code {
        code: 401,
        name: "UNAUTHORIZED",
        phrase: "Unauthorized",
        spec: http("15.5.2"),
        since: Version::Http10,
        fields: &[Field {
            rule: Some("missing_www_authenticate"),
            ..must("WWW-Authenticate", When::Always, http("15.5.2"), "Bearer realm=\"api\"")
        }],
        retry: Retry::If("with valid credentials"),
        grpc: &[Grpc::Unauthenticated],
        meaning: "Valid credentials are lacking: none came, or those that came were refused. The \
            response must carry WWW-Authenticate with at least one challenge.",
        meaning_zh: "缺少有效的身份凭据：请求没有提供，或提供的被拒绝。响应必须带有 \
            WWW-Authenticate，其中至少有一个质询。",
        ..ERROR
    },
    Code {
        code: 402,
        name: "PAYMENT_REQUIRED",
        phrase: "Payment Required",
        rationale: "registered with IANA; its meaning is reserved for the future",
        spec: http("15.5.3"),
        retry: Retry::No("no standard defines what would change the response"),
        meaning: "Registered, but its meaning is left to the future. Some services use it, each \
            in its own way, for accounts that have to pay first.",
        meaning_zh: "已注册，但含义留待将来定义。有些服务自行用它表示须先付费。",
        ..ERROR
    },
    Code {
        code: 403,
        name: "FORBIDDEN",
        phrase: "Forbidden",
        spec: http("15.5.4"),
        since: Version::Http10,
        retry: Retry::If("with other credentials, if credentials were the reason"),
        grpc: &[Grpc::PermissionDenied],
        meaning: "The request was understood and is refused, because the credentials do not \
            suffice or for another reason. To hide that the resource exists, use 404.",
        meaning_zh: "服务器明白请求的意思，但因凭据的权限不足或其他原因予以拒绝。不愿透露资源存在\
            时，可改用 404。",
        ..ERROR
    },
    Code {
        code: 404,
        name: "NOT_FOUND",
        phrase: "Not Found",
        spec: http("15.5.5"),
        since: Version::Http10,
        heuristically_cacheable: true,
        retry: Retry::No("nothing indicates that the resource will appear"),
        grpc: &[Grpc::NotFound],
        meaning: "There is nothing at this URI, or the server does not disclose that there is. \
            Whether for now or for good stays open; if it is known to be for good, 410 is better.",
        meaning_zh: "此 URI 处没有可用的表示，或服务器不愿透露其存在。暂时还是永久并未说明；确知为\
            永久时，宜用 410。",
        ..ERROR
    },
    Code {
        code: 405,
        name: "METHOD_NOT_ALLOWED",
        aliases: &["NOT_ALLOWED"],
        phrase: "Method Not Allowed",
        spec: http("15.5.6"),
        heuristically_cacheable: true,
        fields: &[Field {
            rule: Some("missing_allow"),
            ..must("Allow", When::Always, http("15.5.6"), "GET, HEAD")
        }],
        retry: Retry::No("the method has to be one that Allow lists"),
        meaning: "The server knows the method, but this resource does not support it. The \
            response must carry Allow with the methods that it does support, be it an empty list.",
        meaning_zh: "服务器认识该方法，但此资源不支持。响应必须带有 Allow，列出所支持的方法；列表\
            可以为空。",
        ..ERROR
    },
    Code {
        code: 406,
        name: "NOT_ACCEPTABLE",
        phrase: "Not Acceptable",
        spec: http("15.5.7"),
        retry: Retry::If("with other preferences in Accept and its kin"),
        meaning: "No representation suits what the request asked for in Accept and its kin, and \
            the server will not send another one. The content should list what there is.",
        meaning_zh: "没有符合请求中 Accept 等字段要求的表示，服务器也不愿以其他表示代替。内容应列\
            出可供选择的表示。",
        ..ERROR
    },
    Code {
        code: 407,
        name: "PROXY_AUTHENTICATION_REQUIRED",
        phrase: "Proxy Authentication Required",
        spec: http("15.5.8"),
        fields: &[Field {
            rule: Some("missing_proxy_authenticate"),
            ..must("Proxy-Authenticate", When::Always, http("15.5.8"), "Basic realm=\"proxy\"")
        }],
        retry: Retry::If("with valid credentials for the proxy"),
        meaning: "A proxy on the way asks the client to authenticate itself first. It must send \
            Proxy-Authenticate with a challenge.",
        meaning_zh: "途中的代理要求客户端先向它证明身份。响应必须带有 Proxy-Authenticate，给出该代\
            理的质询。",
        ..ERROR
    },
    Code {
        code: 408,
        name: "REQUEST_TIMEOUT",
        aliases: &["REQUEST_TIME_OUT"],
        phrase: "Request Timeout",
        spec: http("15.5.9"),
        retry: Retry::Yes("while the request is outstanding, on a new connection if needed"),
        grpc: &[Grpc::DeadlineExceeded],
        meaning: "The whole request did not arrive in the time that the server was ready to wait. \
            A client that has one outstanding may repeat it, on a new connection if need be.",
        meaning_zh: "请求超时：服务器在愿意等待的时间内没有收到完整的请求。客户端可以重发尚未完成\
            的请求，必要时换用新连接。",
        ..ERROR
    },
    Code {
        code: 409,
        name: "CONFLICT",
        phrase: "Conflict",
        spec: http("15.5.10"),
        retry: Retry::If("once the conflict is resolved"),
        grpc: &[Grpc::AlreadyExists, Grpc::Aborted],
        meaning: "The request clashes with the present state of the resource, such as an edit \
            made in the meantime. The content should tell enough to see where the conflict is.",
        meaning_zh: "请求与资源当前的状态相冲突，例如其间已有他人修改。内容应足以让用户看出冲突所\
            在。",
        ..ERROR
    },
    Code {
        code: 410,
        name: "GONE",
        phrase: "Gone",
        spec: http("15.5.11"),
        heuristically_cacheable: true,
        retry: Retry::No("it is likely gone for good"),
        grpc: &[Grpc::NotFound],
        meaning: "The resource has been taken away, most likely for good, and links to it may be \
            removed. Where that is not known, 404 is the code.",
        meaning_zh: "资源已被移除，而且很可能不再恢复，指向它的链接可以删去。不能确定是否永久时，\
            宜用 404。",
        ..ERROR
    },
    Code {
        code: 411,
        name: "LENGTH_REQUIRED",
        phrase: "Length Required",
        spec: http("15.5.12"),
        retry: Retry::If("with a valid Content-Length"),
        meaning: "The server does not take the request without Content-Length. The client may \
            repeat it with the length of its content.",
        meaning_zh: "服务器不接受没有 Content-Length 的请求。客户端补上内容的长度后可以重发。",
        ..ERROR
    },
    Code {
        code: 412,
        name: "PRECONDITION_FAILED",
        phrase: "Precondition Failed",
        spec: http("15.5.13"),
        retry: Retry::If("with a condition that fits the present state"),
        grpc: &[Grpc::FailedPrecondition],
        meaning: "A condition in the request, such as If-Match, does not hold, so the method was \
            not applied. That keeps one client from overwriting another's change.",
        meaning_zh: "先决条件失败：请求中的条件（如 If-Match）不成立，因而没有执行该方法。这样可以\
            避免覆盖他人的修改。",
        ..ERROR
    },
    Code {
        code: 413,
        name: "CONTENT_TOO_LARGE",
        aliases: &["PAYLOAD_TOO_LARGE", "REQUEST_ENTITY_TOO_LARGE"],
        phrase: "Content Too Large",
        spec: http("15.5.14"),
        fields: &[should(
            "Retry-After",
            When::If("the condition is temporary"),
            http("15.5.14"),
            "120",
        )],
        retry: Retry::If("after the time in Retry-After, or with less content"),
        meaning: "The content of the request is larger than the server will take. If that is only \
            so for now, the response should carry Retry-After.",
        meaning_zh: "内容过大：请求的内容超过服务器愿意或能够接受的大小。若只是暂时如此，响应应带\
            有 Retry-After。",
        ..ERROR
    },
    Code {
        code: 414,
        name: "URI_TOO_LONG",
        aliases: &["REQUEST_URI_TOO_LONG", "REQUEST_URI_TOO_LARGE"],
        phrase: "URI Too Long",
        spec: http("15.5.15"),
        heuristically_cacheable: true,
        retry: Retry::No("the URI has to be shorter"),
        meaning: "The URI of the request is longer than the server is ready to read, often \
            because a form went into the query or redirects run in a circle.",
        meaning_zh: "URI 过长：请求的 URI 超过服务器愿意解析的长度，常因表单数据放进了查询串，或重\
            定向陷入循环。",
        ..ERROR
    },
    Code {
        code: 415,
        name: "UNSUPPORTED_MEDIA_TYPE",
        phrase: "Unsupported Media Type",
        spec: http("15.5.16"),
        fields: &[expected(
            "Accept-Encoding",
            When::If("an unsupported content coding is the cause"),
            http("15.5.16"),
            "gzip",
        )],
        retry: Retry::If("with a type and a coding that are supported"),
        meaning: "The content of the request has a media type or a coding that the resource does \
            not take with this method. If the coding is the cause, the response ought to carry \
            Accept-Encoding.",
        meaning_zh: "此资源的该方法不支持请求内容的媒体类型或编码。若原因在于编码，响应宜带有 \
            Accept-Encoding。",
        ..ERROR
    },
    Code {
        code: 416,
        name: "RANGE_NOT_SATISFIABLE",
        aliases: &["REQUESTED_RANGE_NOT_SATISFIABLE"],
        phrase: "Range Not Satisfiable",
        spec: http("15.5.17"),
        fields: &[Field {
            rule: Some("missing_content_range"),
            ..should(
                "Content-Range",
                When::If("the request asked for byte ranges"),
                http("15.5.17"),
                "bytes */1000",
            )
        }],
        retry: Retry::If("with a range that lies within the representation"),
        grpc: &[Grpc::OutOfRange],
        meaning: "The ranges in Range cannot be served, or are too many small or overlapping \
            ones. For bytes, the response should carry Content-Range with the full length.",
        meaning_zh: "无法满足 Range 中的范围，或其中细碎、重叠的范围过多。对字节范围，响应应带有 \
            Content-Range，写明完整长度。",
        ..ERROR
    },
    Code {
        code: 417,
        name: "EXPECTATION_FAILED",
        phrase: "Expectation Failed",
        spec: http("15.5.18"),
        retry: Retry::If("without 100-continue in Expect"),
        meaning: "What the request asks for in Expect cannot be met by a server on its way. If it \
            was 100-continue, the client should repeat the request without it.",
        meaning_zh: "请求在 Expect 中提出的期望，途经的某个服务器无法满足。若为 100-continue，客户\
            端应去掉它再重发。",
        ..ERROR
    },
    Code {
        code: 418,
        name: "IM_A_TEAPOT",
        phrase: "I'm a teapot",
        standing: Standing::Unused,
        rationale: "RFC 9110 reserves the number, which only April Fools' RFCs have used",
        replacement: Some("400 for a request at fault, or 403 for one that is refused"),
        spec: http("15.5.19"),
        since: Version::Unspecified,
        retry: Retry::No("it has no meaning"),
        meaning: "Reserved, with no meaning in HTTP: the number is known from a joke about coffee \
            pots.",
        meaning_zh: "保留未用，在 HTTP 中没有含义，因愚人节 RFC 中的茶壶玩笑而为人所知。",
        ..ERROR
    },
    Code {
        code: 419,
        name: "PAGE_EXPIRED",
        phrase: "Page Expired",
        rationale: "Laravel sends it for a CSRF token that is missing or expired",
        replacement: Some("403 for a CSRF token that is missing or expired"),
        spec: by("Laravel"),
        retry: AS_400,
        meaning: "Laravel: the CSRF token is missing or has expired.",
        meaning_zh: "Laravel：CSRF 令牌缺失或已过期。",
        ..UNOFFICIAL
    },
    Code {
        code: 420,
        name: "ENHANCE_YOUR_CALM",
        phrase: "Enhance Your Calm",
        rationale: "the first Twitter API limited rates with it, before there was 429",
        replacement: Some("429 to limit the rate of requests"),
        spec: by("Twitter"),
        retry: AS_400,
        meaning: "The first version of the Twitter API: the client is over its rate limit. Later \
            replaced by 429.",
        meaning_zh: "Twitter 第一版 API：客户端超过了速率限制，后由 429 取代。",
        ..UNOFFICIAL
    },
    Code {
        code: 421,
        name: "MISDIRECTED_REQUEST",
        phrase: "Misdirected Request",
        spec: http("15.5.20"),
        retry: Retry::Yes("over a different connection, whatever the method"),
        meaning: "The request came to a server that cannot or will not speak for this URI, or \
            over a connection meant for another origin. The client may retry over a different \
            connection.",
        meaning_zh: "请求到达了不能或不愿为该 URI 作出权威响应的服务器，或所用的连接与之不符。客户\
            端可以换一个连接重试。",
        ..ERROR
    },
    Code {
        code: 422,
        name: "UNPROCESSABLE_CONTENT",
        aliases: &["UNPROCESSABLE_ENTITY"],
        phrase: "Unprocessable Content",
        spec: http("15.5.21"),
        retry: Retry::No("the content has to change"),
        grpc: &[Grpc::InvalidArgument],
        meaning: "The type of the content is supported and its syntax is right, but its \
            instructions cannot be followed: a value is invalid, for example.",
        meaning_zh: "请求内容的类型受支持，语法也正确，但其中的指示无法执行，例如取值不合理。",
        ..ERROR
    },
    Code {
        code: 423,
        name: "LOCKED",
        phrase: "Locked",
        rationale: PROPOSED,
        spec: rfc("RFC 4918", "11.3"),
        retry: Retry::If("with the lock token, or once the lock is gone"),
        meaning: "WebDAV: the resource that the method reads from or writes to is locked. The \
            request needs the lock token, or has to wait.",
        meaning_zh: "WebDAV：方法的源资源或目标资源处于锁定状态。须出示锁令牌，或等待解锁。",
        ..ERROR
    },
    Code {
        code: 424,
        name: "FAILED_DEPENDENCY",
        aliases: &["METHOD_FAILURE"],
        phrase: "Failed Dependency",
        rationale: PROPOSED,
        spec: rfc("RFC 4918", "11.4"),
        retry: Retry::If("once the action that it depends on succeeds"),
        meaning: "WebDAV: the method was not carried out here because it depended on another \
            action, and that one failed.",
        meaning_zh: "WebDAV：所依赖的另一个操作失败，因而该方法没有在此资源上执行。",
        ..ERROR
    },
    Code {
        code: 425,
        name: "TOO_EARLY",
        aliases: &["UNORDERED_COLLECTION"],
        phrase: "Too Early",
        rationale: PROPOSED,
        spec: rfc("RFC 8470", "5.2"),
        retry: Retry::Yes("once the TLS handshake is complete, not in early data"),
        meaning: "The request came in TLS early data, which can be replayed, and the server will \
            not take that risk. The client should send it again after the handshake.",
        meaning_zh: "请求随 TLS 早期数据到达，有被重放的风险，服务器不愿处理。客户端应在握手完成后\
            再发一次。",
        ..ERROR
    },
    Code {
        code: 426,
        name: "UPGRADE_REQUIRED",
        phrase: "Upgrade Required",
        spec: http("15.5.22"),
        since: Version::Http11Only,
        fields: &[
            Field {
                rule: Some("missing_upgrade"),
                ..must("Upgrade", When::Always, http("15.5.22"), "TLS/1.3, HTTP/1.1")
            },
            CONNECTION,
        ],
        retry: Retry::If("over one of the protocols in Upgrade"),
        meaning: "The server refuses this protocol, but may take the request over another. The \
            response must carry Upgrade with the protocols that it wants.",
        meaning_zh: "服务器不接受当前的协议，但换一种协议也许可以。响应必须带有 Upgrade，列出所要\
            求的协议。",
        ..ERROR
    },
    Code {
        code: 428,
        name: "PRECONDITION_REQUIRED",
        phrase: "Precondition Required",
        rationale: PROPOSED,
        spec: rfc("RFC 6585", "3"),
        must_not_store: true,
        retry: Retry::If("with a condition such as If-Match"),
        meaning: "The server wants a condition in the request, such as If-Match, so that no one's \
            change gets lost. The content should explain how to send it again.",
        meaning_zh: "服务器要求请求带有条件（如 If-Match），以免丢失他人的修改。内容应说明如何重新\
            提交。",
        ..ERROR
    },
    Code {
        code: 429,
        name: "TOO_MANY_REQUESTS",
        phrase: "Too Many Requests",
        rationale: PROPOSED,
        spec: rfc("RFC 6585", "4"),
        must_not_store: true,
        retry: Retry::Yes("after the time in Retry-After, or backing off"),
        grpc: &[Grpc::ResourceExhausted],
        meaning: "The client is over its rate limit. Retry-After may give the time to wait.",
        meaning_zh: "客户端请求过于频繁，超过了速率限制。响应可用 Retry-After 说明要等多久。",
        ..ERROR
    },
    Code {
        code: 430,
        name: "SHOPIFY_SECURITY_REJECTION",
        phrase: "Shopify Security Rejection",
        rationale: "Shopify sends it for a request that it takes for malicious",
        replacement: Some("403 to refuse a request that looks malicious"),
        spec: by("Shopify"),
        retry: AS_400,
        meaning: "Shopify: the request was judged malicious. Earlier it stood in for 429.",
        meaning_zh: "Shopify：请求被判定为恶意；早先曾用来代替 429。",
        ..UNOFFICIAL
    },
    Code {
        code: 431,
        name: "REQUEST_HEADER_FIELDS_TOO_LARGE",
        phrase: "Request Header Fields Too Large",
        rationale: PROPOSED,
        spec: rfc("RFC 6585", "5"),
        must_not_store: true,
        retry: Retry::If("with smaller header fields"),
        meaning: "The header fields of the request are too large, one of them or all together. If \
            it is one, the content should name it.",
        meaning_zh: "请求的头部字段过大，可能是某一个字段，也可能是总量。若只是某一个，内容应指明\
            是哪一个。",
        ..ERROR
    },
    Code {
        code: 440,
        name: "LOGIN_TIME_OUT",
        aliases: &["LOGIN_TIMEOUT"],
        phrase: "Login Time-out",
        rationale: "Microsoft IIS and Exchange send it when a session has expired",
        replacement: Some("401 with WWW-Authenticate to ask for a new login"),
        spec: by("Microsoft IIS"),
        retry: Retry::If("after signing in again"),
        meaning: "Microsoft IIS and Exchange: the session has expired, and the user has to sign \
            in again.",
        meaning_zh: "Microsoft IIS 与 Exchange：会话已过期，须重新登录。",
        ..UNOFFICIAL
    },
    Code {
        code: 444,
        name: "NO_RESPONSE",
        phrase: "No Response",
        rationale: "nginx closes the connection with it and sends nothing",
        replacement: Some("400 or 403 if the client is to get a response"),
        spec: by("nginx"),
        retry: AS_400,
        meaning: "nginx: close the connection without a response. It appears in configuration \
            and logs, never on the wire.",
        meaning_zh: "nginx：不作响应，直接关闭连接。只见于配置和日志，从不在网络上发送。",
        ..UNOFFICIAL
    },
    Code {
        code: 449,
        name: "RETRY_WITH",
        phrase: "Retry With",
        rationale: "Microsoft's WebDAV extension asks for more information with it",
        replacement: Some("428 for a missing condition, or 400 for other missing information"),
        spec: by("MS-WDV"),
        fields: &[must("Ms-Echo-Request", When::Always, rfc("MS-WDV", "3.2.5.6"), "opaque=\"0\"")],
        retry: Retry::Yes("with Ms-Echo-Reply"),
        meaning: "Microsoft's WebDAV extension: repeat the request with the information asked \
            for. The response must carry Ms-Echo-Request.",
        meaning_zh: "微软的 WebDAV 扩展：补充所要求的信息后重发请求。响应必须带有 \
            Ms-Echo-Request。",
        ..UNOFFICIAL
    },
    Code {
        code: 450,
        name: "BLOCKED_BY_WINDOWS_PARENTAL_CONTROLS",
        phrase: "Blocked by Windows Parental Controls",
        rationale: "Windows Parental Controls block pages with it",
        replacement: Some("403 to refuse access"),
        spec: by("Microsoft"),
        retry: Retry::No("the page is blocked"),
        meaning: "Windows Parental Controls block the page.",
        meaning_zh: "网页被 Windows 家长控制功能拦截。",
        ..UNOFFICIAL
    },
    Code {
        code: 451,
        name: "UNAVAILABLE_FOR_LEGAL_REASONS",
        phrase: "Unavailable For Legal Reasons",
        rationale: PROPOSED,
        spec: rfc("RFC 7725", "3"),
        heuristically_cacheable: true,
        fields: &[should(
            "Link",
            When::If("the server that responds is the one that blocks"),
            rfc("RFC 7725", "4"),
            "<https://example.com/>; rel=\"blocked-by\"",
        )],
        retry: Retry::No("a legal demand forbids access"),
        meaning: "A legal demand keeps the server from giving access, and the content should name \
            who made it and on what grounds. A blocker should name itself in Link, with \
            rel=\"blocked-by\".",
        meaning_zh: "因法律要求而不能提供访问，内容应说明由谁提出、依据为何。实施屏蔽的一方应以 \
            Link（rel=\"blocked-by\"）标明自己。",
        ..ERROR
    },
    Code {
        code: 460,
        name: "CLIENT_CLOSED_CONNECTION",
        phrase: "Client Closed Connection",
        rationale: "AWS load balancers log it when the client hangs up, and nothing is sent",
        spec: by("AWS Elastic Load Balancing"),
        retry: AS_400,
        meaning: "AWS load balancer: the client closed the connection before the idle timeout was \
            over. Seen in logs.",
        meaning_zh: "AWS 负载均衡器：客户端在空闲超时之前关闭了连接。见于日志。",
        ..UNOFFICIAL
    },
    Code {
        code: 463,
        name: "TOO_MANY_FORWARDED_ADDRESSES",
        phrase: "Too Many Forwarded Addresses",
        rationale: "AWS load balancers send it for an X-Forwarded-For of more than 30 addresses",
        replacement: Some("431 for a field that is too large, or 400 for one that is malformed"),
        spec: by("AWS Elastic Load Balancing"),
        retry: Retry::No("the request has to change"),
        meaning: "AWS load balancer: X-Forwarded-For holds more than 30 addresses.",
        meaning_zh: "AWS 负载均衡器：X-Forwarded-For 中的地址超过 30 个。",
        ..UNOFFICIAL
    },
    Code {
        code: 464,
        name: "INCOMPATIBLE_PROTOCOL_VERSIONS",
        phrase: "Incompatible Protocol Versions",
        rationale: "AWS load balancers send it when the protocol does not suit the target group",
        replacement: Some("505 for an HTTP version that is not supported"),
        spec: by("AWS Elastic Load Balancing"),
        retry: Retry::No("the request has to change"),
        meaning: "AWS load balancer: the protocol version of the request does not suit the target \
            group.",
        meaning_zh: "AWS 负载均衡器：请求的协议版本与目标组不兼容。",
        ..UNOFFICIAL
    },
    Code {
        code: 494,
        name: "REQUEST_HEADER_TOO_LARGE",
        phrase: "Request header too large",
        rationale: "nginx uses it inside as a finer kind of 400",
        replacement: Some("431 for header fields that are too large"),
        spec: by("nginx"),
        retry: Retry::No("the request has to change"),
        meaning: "nginx: the header section of the request is too large. An internal kind of 400.",
        meaning_zh: "nginx：请求的头部过大。内部使用，是 400 的细分。",
        ..UNOFFICIAL
    },
    Code {
        code: 495,
        name: "SSL_CERTIFICATE_ERROR",
        phrase: "SSL Certificate Error",
        rationale: "nginx uses it inside as a finer kind of 400",
        replacement: Some("403 for a client certificate that is refused"),
        spec: by("nginx"),
        retry: Retry::No("the certificate has to change"),
        meaning: "nginx: the client's certificate is not valid. An internal kind of 400.",
        meaning_zh: "nginx：客户端证书无效。内部使用，是 400 的细分。",
        ..UNOFFICIAL
    },
    Code {
        code: 496,
        name: "SSL_CERTIFICATE_REQUIRED",
        phrase: "SSL Certificate Required",
        rationale: "nginx uses it inside as a finer kind of 400",
        replacement: Some("403 for a client certificate that is missing"),
        spec: by("nginx"),
        retry: Retry::If("with a client certificate"),
        meaning: "nginx: the client sent no certificate, and one is required. An internal kind of \
            400.",
        meaning_zh: "nginx：要求客户端证书，但客户端没有提供。内部使用，是 400 的细分。",
        ..UNOFFICIAL
    },
    Code {
        code: 497,
        name: "HTTP_REQUEST_SENT_TO_HTTPS_PORT",
        phrase: "HTTP Request Sent to HTTPS Port",
        rationale: "nginx uses it inside as a finer kind of 400",
        replacement: Some("308 with an https Location, or 400 to refuse"),
        spec: by("nginx"),
        retry: Retry::If("over https"),
        meaning: "nginx: a plain HTTP request came to the port for HTTPS. An internal kind of 400.",
        meaning_zh: "nginx：向 HTTPS 端口发送了明文 HTTP 请求。内部使用，是 400 的细分。",
        ..UNOFFICIAL
    },
    Code {
        code: 498,
        name: "INVALID_TOKEN",
        phrase: "Invalid Token",
        rationale: "ArcGIS Server sends it for a token that is expired or not valid",
        replacement: Some("401 with WWW-Authenticate for a token that is not valid"),
        spec: by("Esri ArcGIS Server"),
        retry: Retry::If("with a new token"),
        meaning: "Esri ArcGIS Server: the token has expired or is not valid.",
        meaning_zh: "Esri ArcGIS Server：令牌已过期或无效。",
        ..UNOFFICIAL
    },
    Code {
        code: 499,
        name: "CLIENT_CLOSED_REQUEST",
        phrase: "Client Closed Request",
        rationale: "nginx logs it when the client disconnects before a response is sent",
        spec: by("nginx"),
        retry: AS_400,
        grpc: &[Grpc::Cancelled],
        meaning:
            "nginx: the client closed the connection before there was a response. A value for \
            logs, which is never sent; gRPC gateways map CANCELLED to it.",
        meaning_zh: "nginx：客户端在得到响应之前关闭了连接。只用于日志，从不发送；gRPC 网关以它对\
            应 CANCELLED。",
        ..UNOFFICIAL
    },
    Code {
        code: 500,
        name: "INTERNAL_SERVER_ERROR",
        phrase: "Internal Server Error",
        spec: http("15.6.1"),
        since: Version::Http10,
        retry: IDEMPOTENT,
        grpc: &[Grpc::Internal, Grpc::Unknown, Grpc::DataLoss],
        meaning: "Something unexpected went wrong inside the server. The general choice where no \
            other 5xx fits.",
        meaning_zh: "服务器内部出现了意料之外的问题。没有更合适的 5xx 时使用它。",
        ..ERROR
    },
    Code {
        code: 501,
        name: "NOT_IMPLEMENTED",
        phrase: "Not Implemented",
        spec: http("15.6.2"),
        since: Version::Http10,
        heuristically_cacheable: true,
        retry: Retry::No("the server cannot do it"),
        grpc: &[Grpc::Unimplemented],
        meaning: "The server cannot do what the request needs, above all a method that it \
            supports nowhere. A known method that this resource does not allow is a 405.",
        meaning_zh: "服务器不具备请求所需的功能，尤其是它不认识、对任何资源都不支持的方法。方法已\
            知而此资源不允许时，用 405。",
        ..ERROR
    },
    Code {
        code: 502,
        name: "BAD_GATEWAY",
        phrase: "Bad Gateway",
        spec: http("15.6.3"),
        since: Version::Http10,
        retry: IDEMPOTENT,
        grpc: &[Grpc::Unavailable],
        meaning: "A gateway or proxy got a response that is not valid from the server that it \
            asked.",
        meaning_zh: "网关错误：网关或代理从它所访问的上游服务器得到了无效的响应。",
        ..ERROR
    },
    Code {
        code: 503,
        name: "SERVICE_UNAVAILABLE",
        aliases: &["SERVICE_TEMPORARILY_UNAVAILABLE"],
        phrase: "Service Unavailable",
        spec: http("15.6.4"),
        since: Version::Http10,
        retry: Retry::Yes("after the time in Retry-After, or backing off, if a repeat is safe"),
        grpc: &[Grpc::Unavailable],
        meaning: "The server is overloaded or down for maintenance, for a while. Retry-After may \
            give the time to wait.",
        meaning_zh: "服务器过载或正在维护，暂时不能处理请求。响应可用 Retry-After 说明何时再试。",
        ..ERROR
    },
    Code {
        code: 504,
        name: "GATEWAY_TIMEOUT",
        aliases: &["GATEWAY_TIME_OUT"],
        phrase: "Gateway Timeout",
        spec: http("15.6.5"),
        retry: IDEMPOTENT,
        grpc: &[Grpc::DeadlineExceeded],
        meaning: "A gateway or proxy waited too long for a server that it needed for the response.",
        meaning_zh: "网关超时：网关或代理没有及时等到上游服务器的响应。",
        ..ERROR
    },
    Code {
        code: 505,
        name: "HTTP_VERSION_NOT_SUPPORTED",
        phrase: "HTTP Version Not Supported",
        spec: http("15.6.6"),
        retry: Retry::If("with another major version of HTTP"),
        meaning: "The server does not support the major version of HTTP in the request, or \
            refuses it. The content should give the reason, and the versions it supports.",
        meaning_zh: "服务器不支持或拒绝使用请求的 HTTP 主版本。内容应说明原因以及所支持的协议。",
        ..ERROR
    },
    Code {
        code: 506,
        name: "VARIANT_ALSO_NEGOTIATES",
        phrase: "Variant Also Negotiates",
        rationale: EXPERIMENTAL,
        spec: rfc("RFC 2295", "8.1"),
        retry: Retry::No("the server is misconfigured"),
        meaning: "Transparent negotiation is misconfigured: the variant chosen is set up to \
            negotiate in turn, so the negotiation has no end point.",
        meaning_zh: "透明内容协商配置有误：选中的变体自身又要进行协商，不能充当协商的终点。",
        ..ERROR
    },
    Code {
        code: 507,
        name: "INSUFFICIENT_STORAGE",
        phrase: "Insufficient Storage",
        rationale: PROPOSED,
        spec: rfc("RFC 4918", "11.5"),
        retry: Retry::If("later, and only when the user asks again if a user asked for it"),
        meaning: "WebDAV: the server cannot store what the request needs, for now. If a user's \
            action led to the request, it must not be repeated until the user asks again.",
        meaning_zh: "WebDAV：服务器暂时无法存储请求所需的内容。若请求由用户操作引起，在用户再次要\
            求之前不得重发。",
        ..ERROR
    },
    Code {
        code: 508,
        name: "LOOP_DETECTED",
        phrase: "Loop Detected",
        rationale: EXPERIMENTAL,
        spec: rfc("RFC 5842", "7.2"),
        retry: Retry::No("the loop would be met again"),
        meaning: "WebDAV: the server met an infinite loop in a request with Depth: infinity, and \
            the whole operation failed.",
        meaning_zh: "WebDAV：处理 Depth: infinity 的请求时遇到无限循环，整个操作失败。",
        ..ERROR
    },
    Code {
        code: 509,
        name: "BANDWIDTH_LIMIT_EXCEEDED",
        phrase: "Bandwidth Limit Exceeded",
        rationale: "web hosting with Apache and cPanel sends it when a site is over its quota",
        replacement: Some("503 for a site that is over its quota, or 429 for a client that is"),
        spec: by("cPanel"),
        retry: AS_500,
        meaning: "Web hosting with Apache and cPanel: the site has used up its bandwidth. IANA \
            has not assigned the number.",
        meaning_zh: "使用 Apache 和 cPanel 的虚拟主机：站点的带宽配额已用尽。IANA 并未分配该状态\
            码。",
        ..UNOFFICIAL
    },
    Code {
        code: 510,
        name: "NOT_EXTENDED",
        phrase: "Not Extended",
        standing: Standing::Obsoleted,
        rationale: "IANA marks it as obsoleted, and RFC 2774, which defines it, is Historic",
        replacement: Some("428 for a missing condition, or 403 for a policy that is not met"),
        spec: rfc("RFC 2774", "7"),
        retry: Retry::If("with the extension that it asks for"),
        meaning: "Obsoleted: it asked for the request to be repeated with an extension, in a \
            framework that is now Historic. Do not send it.",
        meaning_zh: "已废弃：曾用于要求以某个扩展重发请求，所属的扩展框架（RFC 2774）已列为历史文\
            档。不应再发送。",
        ..ERROR
    },
    Code {
        code: 511,
        name: "NETWORK_AUTHENTICATION_REQUIRED",
        phrase: "Network Authentication Required",
        rationale: PROPOSED,
        spec: rfc("RFC 6585", "6"),
        must_not_store: true,
        retry: Retry::If("after signing in to the network"),
        meaning: "A network, such as a hotel's, wants the user to sign in first. The proxy that \
            intercepts sends it, never the origin server, and the content should link to the \
            sign-in page.",
        meaning_zh: "接入的网络（如酒店 Wi-Fi）要求用户先登录。它由拦截请求的代理发出，而非源服务\
            器；内容应给出登录页面的链接。",
        ..ERROR
    },
    Code {
        code: 520,
        name: "WEB_SERVER_RETURNED_AN_UNKNOWN_ERROR",
        phrase: "Web Server Returned an Unknown Error",
        rationale: "Cloudflare sends it for an origin response that is empty or unexpected",
        replacement: Some("502 for an origin response that is not valid"),
        spec: by("Cloudflare"),
        retry: IDEMPOTENT,
        meaning: "Cloudflare: the origin's response was empty, unknown or unexpected.",
        meaning_zh: "Cloudflare：源站的响应为空、无法识别或不合预期。",
        ..UNOFFICIAL
    },
    Code {
        code: 521,
        name: "WEB_SERVER_IS_DOWN",
        phrase: "Web Server Is Down",
        rationale: "Cloudflare sends it when the origin refuses the connection",
        replacement: Some("502 for an origin that refuses the connection"),
        spec: by("Cloudflare"),
        retry: IDEMPOTENT,
        meaning: "Cloudflare: the origin refused the connection.",
        meaning_zh: "Cloudflare：源站拒绝了连接。",
        ..UNOFFICIAL
    },
    Code {
        code: 522,
        name: "CONNECTION_TIMED_OUT",
        phrase: "Connection Timed Out",
        rationale: "Cloudflare sends it when it cannot reach the origin in time",
        replacement: Some("504 for an origin that does not respond in time"),
        spec: by("Cloudflare"),
        retry: IDEMPOTENT,
        meaning: "Cloudflare: contacting the origin took too long.",
        meaning_zh: "Cloudflare：连接源站超时。",
        ..UNOFFICIAL
    },
    Code {
        code: 523,
        name: "ORIGIN_IS_UNREACHABLE",
        phrase: "Origin Is Unreachable",
        rationale: "Cloudflare sends it when there is no way to the origin",
        replacement: Some("502 for an origin that cannot be reached"),
        spec: by("Cloudflare"),
        retry: IDEMPOTENT,
        meaning: "Cloudflare: the origin cannot be reached.",
        meaning_zh: "Cloudflare：无法到达源站。",
        ..UNOFFICIAL
    },
    Code {
        code: 524,
        name: "A_TIMEOUT_OCCURRED",
        phrase: "A Timeout Occurred",
        rationale:
            "Cloudflare sends it when the origin accepts the connection and then does not respond",
        replacement: Some("504 for an origin that does not respond in time"),
        spec: by("Cloudflare"),
        retry: IDEMPOTENT,
        meaning: "Cloudflare: the connection to the origin stood, but no response came in time.",
        meaning_zh: "Cloudflare：已连上源站，但未能及时得到响应。",
        ..UNOFFICIAL
    },
    Code {
        code: 525,
        name: "SSL_HANDSHAKE_FAILED",
        phrase: "SSL Handshake Failed",
        rationale: "Cloudflare sends it when the TLS handshake with the origin fails",
        replacement: Some("502 for a failed TLS handshake with the origin"),
        spec: by("Cloudflare"),
        retry: IDEMPOTENT,
        meaning: "Cloudflare: the TLS handshake with the origin failed.",
        meaning_zh: "Cloudflare：与源站的 TLS 握手失败。",
        ..UNOFFICIAL
    },
    Code {
        code: 526,
        name: "INVALID_SSL_CERTIFICATE",
        phrase: "Invalid SSL Certificate",
        rationale: "Cloudflare sends it for an origin certificate that is not valid",
        replacement: Some("502 for an origin certificate that is not valid"),
        spec: by("Cloudflare"),
        retry: IDEMPOTENT,
        meaning: "Cloudflare, and the router of Cloud Foundry: the origin's certificate is not \
            valid.",
        meaning_zh: "Cloudflare 以及 Cloud Foundry 的路由器：源站的证书无效。",
        ..UNOFFICIAL
    },
    Code {
        code: 527,
        name: "RAILGUN_ERROR",
        phrase: "Railgun Error",
        rationale: "Cloudflare sent it for its product Railgun, which has ended",
        replacement: Some("502 for a broken connection to the origin"),
        spec: by("Cloudflare"),
        retry: IDEMPOTENT,
        meaning: "Cloudflare, no longer in use: the connection through its product Railgun broke.",
        meaning_zh: "Cloudflare（已停用）：经由其 Railgun 产品的连接中断。",
        ..UNOFFICIAL
    },
    Code {
        code: 529,
        name: "SITE_IS_OVERLOADED",
        phrase: "Site is overloaded",
        rationale: "Qualys SSL Labs and Anthropic send it when the service is overloaded",
        replacement: Some("503 for a service that is overloaded"),
        spec: by("Qualys SSL Labs"),
        retry: Retry::Yes("after the time in Retry-After, or backing off"),
        meaning: "Qualys SSL Labs, and the Anthropic API: the service is overloaded.",
        meaning_zh: "Qualys SSL Labs 以及 Anthropic API：服务过载。",
        ..UNOFFICIAL
    },
    Code {
        code: 530,
        name: "ORIGIN_DNS_ERROR",
        phrase: "Origin DNS Error",
        rationale: "Cloudflare sends it when the origin's host name does not resolve",
        replacement: Some("502 for an origin whose host name does not resolve"),
        spec: by("Cloudflare"),
        retry: IDEMPOTENT,
        meaning: "Cloudflare: the origin's host name does not resolve; the content names a 1xxx \
            error. Pantheon has it for a site that is frozen.",
        meaning_zh: "Cloudflare：无法解析源站的主机名，内容中给出 1xxx 错误号。Pantheon 用它表示站\
            点已冻结。",
        ..UNOFFICIAL
    },
    Code {
        code: 540,
        name: "TEMPORARILY_DISABLED",
        phrase: "Temporarily Disabled",
        rationale: "Shopify sends it for an endpoint that is disabled for a while",
        replacement: Some("503 for an endpoint that is disabled for a while"),
        spec: by("Shopify"),
        retry: AS_500,
        meaning: "Shopify: the endpoint is disabled for a while.",
        meaning_zh: "Shopify：该端点暂时停用。",
        ..UNOFFICIAL
    },
    Code {
        code: 561,
        // Its phrase would shadow 401.
        name: "IDENTITY_PROVIDER_ERROR",
        phrase: "Unauthorized",
        rationale: "AWS load balancers send it when the identity provider responds with an error",
        replacement: Some("502 for an identity provider that responds with an error"),
        spec: by("AWS Elastic Load Balancing"),
        retry: AS_500,
        meaning: "AWS load balancer: the identity provider responded with an error when the user \
            was to be authenticated.",
        meaning_zh: "AWS 负载均衡器：验证用户身份时，身份提供方返回了错误。",
        ..UNOFFICIAL
    },
    Code {
        code: 598,
        name: "NETWORK_READ_TIMEOUT_ERROR",
        phrase: "Network read timeout error",
        rationale: "some proxies send it when reading from the server behind them takes too long",
        replacement: Some("504 for a server behind the proxy that does not respond in time"),
        spec: by("HTTP proxies"),
        retry: IDEMPOTENT,
        meaning: "Some proxies: reading from the server behind them took too long.",
        meaning_zh: "某些代理：从后端服务器读取数据超时。",
        ..UNOFFICIAL
    },
    Code {
        code: 599,
        name: "NETWORK_CONNECT_TIMEOUT_ERROR",
        phrase: "Network connect timeout error",
        rationale: "some proxies send it when connecting to the server behind them takes too long",
        replacement: Some("504 for a server behind the proxy that does not respond in time"),
        spec: by("HTTP proxies"),
        retry: IDEMPOTENT,
        meaning: "Some proxies: connecting to the server behind them took too long. The largest \
            number that is a status code.",
        meaning_zh: "某些代理：连接后端服务器超时。599 是最大的有效状态码。",
        ..UNOFFICIAL
    },
    Code {
        code: 600,
        name: "UNPARSEABLE_RESPONSE_HEADERS",
        phrase: "Unparseable Response Headers",
        rationale: "status codes end at 599; copied lists have it for a response without a header \
            section",
        replacement: Some("502 for a response whose header section cannot be read"),
        spec: by("copied lists of codes"),
        meaning: "Not a status code: they end at 599. Copied lists have it for an origin's \
            response without a header section.",
        meaning_zh: "不是有效的状态码，状态码止于 599。辗转抄录的列表用它表示源站的响应没有头部。",
        ..OUT_OF_RANGE
    },
    Code {
        code: 783,
        name: "UNEXPECTED_TOKEN",
        phrase: "Unexpected Token",
        rationale: "status codes end at 599; Shopify has it for JSON that cannot be parsed",
        replacement: Some("400 for JSON that cannot be parsed"),
        spec: by("Shopify"),
        meaning: "Not a status code: they end at 599. Shopify has it for JSON with a syntax error.",
        meaning_zh: "不是有效的状态码，状态码止于 599。Shopify 用它表示 JSON 语法错误。",
        ..OUT_OF_RANGE
    },
    Code {
        code: 999,
        name: "REQUEST_DENIED",
        phrase: "Request denied",
        rationale: "status codes end at 599; LinkedIn turns automated requests away with it",
        replacement: Some("429 to limit the rate of requests, or 403 to refuse them"),
        spec: by("LinkedIn"),
        meaning: "Not a status code: they end at 599. LinkedIn turns requests away with it.",
        meaning_zh: "不是有效的状态码，状态码止于 599。LinkedIn 用它拒绝请求。",
        ..OUT_OF_RANGE
    },
];
