use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a number")]
    #[http(503, retry_after = 11111111111111111111111111111111111111111111111111111111111111111)]
    Number,
    #[error("a code")]
    #[http(404, code = "ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc")]
    Code,
    #[error("the name of a header")]
    #[http(404, header("x-nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn" = "a"))]
    HeaderName,
    #[error("headers")]
    #[http(404, header("x-0" = 0, "x-1" = 1, "x-2" = 2, "x-3" = 3, "x-4" = 4, "x-5" = 5, "x-6" = 6, "x-7" = 7, "x-8" = 8, "x-9" = 9, "x-10" = 10, "x-11" = 11, "x-12" = 12, "x-13" = 13, "x-14" = 14, "x-15" = 15, "x-16" = 16, "x-17" = 17, "x-18" = 18, "x-19" = 19, "x-20" = 20, "x-21" = 21, "x-22" = 22, "x-23" = 23, "x-24" = 24, "x-25" = 25, "x-26" = 26, "x-27" = 27, "x-28" = 28, "x-29" = 29, "x-30" = 30, "x-31" = 31, "x-32" = 32, "x-33" = 33, "x-34" = 34, "x-35" = 35, "x-36" = 36, "x-37" = 37, "x-38" = 38, "x-39" = 39, "x-40" = 40, "x-41" = 41, "x-42" = 42, "x-43" = 43, "x-44" = 44, "x-45" = 45, "x-46" = 46, "x-47" = 47, "x-48" = 48, "x-49" = 49, "x-50" = 50, "x-51" = 51, "x-52" = 52, "x-53" = 53, "x-54" = 54, "x-55" = 55, "x-56" = 56, "x-57" = 57, "x-58" = 58, "x-59" = 59, "x-60" = 60, "x-61" = 61, "x-62" = 62, "x-63" = 63, "x-64" = 64, "x-65" = 65, "x-66" = 66, "x-67" = 67, "x-68" = 68, "x-69" = 69, "x-70" = 70, "x-71" = 71, "x-72" = 72, "x-73" = 73, "x-74" = 74, "x-75" = 75, "x-76" = 76, "x-77" = 77, "x-78" = 78, "x-79" = 79, "x-80" = 80, "x-81" = 81, "x-82" = 82, "x-83" = 83, "x-84" = 84, "x-85" = 85, "x-86" = 86, "x-87" = 87, "x-88" = 88, "x-89" = 89, "x-90" = 90, "x-91" = 91, "x-92" = 92, "x-93" = 93, "x-94" = 94, "x-95" = 95, "x-96" = 96, "x-97" = 97, "x-98" = 98, "x-99" = 99, "x-100" = 100, "x-101" = 101, "x-102" = 102, "x-103" = 103, "x-104" = 104, "x-105" = 105, "x-106" = 106, "x-107" = 107, "x-108" = 108, "x-109" = 109, "x-110" = 110, "x-111" = 111, "x-112" = 112, "x-113" = 113, "x-114" = 114, "x-115" = 115, "x-116" = 116, "x-117" = 117, "x-118" = 118, "x-119" = 119, "x-120" = 120, "x-121" = 121, "x-122" = 122, "x-123" = 123, "x-124" = 124, "x-125" = 125, "x-126" = 126, "x-127" = 127, "x-128" = 128))]
    Headers,
}

fn main() {}
