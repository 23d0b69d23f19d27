//! The texts of the pages, in each language.

/// The texts of a language.
pub(crate) struct Words {
    /// The language tag (RFC 5646).
    pub(crate) language: &'static str,
    pub(crate) is_chinese: bool,
    pub(crate) index: &'static str,
    pub(crate) skip: &'static str,
    pub(crate) status: &'static str,
    pub(crate) from_value: &'static str,
    pub(crate) problem_type: &'static str,
    pub(crate) code: &'static str,
    pub(crate) title: &'static str,
    pub(crate) media_type: &'static str,
    pub(crate) when: &'static str,
    pub(crate) meaning: &'static str,
    pub(crate) retry: &'static str,
    pub(crate) retry_yes: &'static str,
    pub(crate) retry_if: &'static str,
    pub(crate) retry_no: &'static str,
    pub(crate) colon: &'static str,
    pub(crate) stop: &'static str,
    pub(crate) headers: &'static str,
    pub(crate) members: &'static str,
    pub(crate) member: &'static str,
    pub(crate) value: &'static str,
    pub(crate) optional: &'static str,
    pub(crate) example: &'static str,
    pub(crate) instance: &'static str,
    pub(crate) request_id: &'static str,
}

pub(crate) const ENGLISH: Words = Words {
    language: "en",
    is_chinese: false,
    index: "Errors",
    skip: "All errors",
    status: "Status",
    from_value: "different for each occurrence",
    problem_type: "Type",
    code: "Code",
    title: "Title",
    media_type: "Media type",
    when: "When it occurs",
    meaning: "What the status means",
    retry: "Can the request be sent again?",
    retry_yes: "Yes",
    retry_if: "Under a condition",
    retry_no: "No",
    colon: ": ",
    stop: ".",
    headers: "Header fields",
    members: "Members of the body",
    member: "Member",
    value: "Value",
    optional: "optional",
    example: "Example",
    instance: "Instance",
    request_id: "Request ID",
};

pub(crate) const CHINESE: Words = Words {
    language: "zh",
    is_chinese: true,
    index: "错误列表",
    skip: "所有错误",
    status: "状态码",
    from_value: "因每次发生的情况而异",
    problem_type: "类型",
    code: "错误码",
    title: "标题",
    media_type: "媒体类型",
    when: "何时出现",
    meaning: "该状态码的含义",
    retry: "能否重新发送请求？",
    retry_yes: "可以",
    retry_if: "有条件",
    retry_no: "不可以",
    colon: "：",
    stop: "。",
    headers: "响应头部字段",
    members: "响应体的成员",
    member: "成员",
    value: "值",
    optional: "可省略",
    example: "示例",
    instance: "实例",
    request_id: "请求 ID",
};

/// The languages, the default first.
pub(crate) const LANGUAGES: [&Words; 2] = [&ENGLISH, &CHINESE];

impl Words {
    /// Returns the meaning of a registered status.
    pub(crate) fn meaning_of(&self, status: u16) -> Option<&'static str> {
        let row = httperr_registry::get(status)?;
        Some(if self.is_chinese { row.meaning_zh } else { row.meaning })
    }

    /// Returns the advice on sending the request again.
    pub(crate) fn retry_of(&self, status: u16) -> Option<String> {
        use httperr_registry::Retry;

        let row = httperr_registry::get(status)?;
        let (first, reason) = match if self.is_chinese { row.retry_zh() } else { row.retry } {
            Retry::Yes(how) => (self.retry_yes, how),
            Retry::If(condition) => (self.retry_if, condition),
            Retry::No(reason) => (self.retry_no, reason),
            Retry::Interim => return None,
        };
        Some(format!("{first}{}{reason}{}", self.colon, self.stop))
    }
}
