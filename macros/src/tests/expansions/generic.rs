enum ApiError<'a, T: Clone, const N: usize>
where
    T: Into<u8>,
{
    #[http(404, extension(value = value))]
    Missing { value: &'a [T; N] },
    #[http(429, retry_after = _0)]
    Limited(T),
    #[http(transparent)]
    Inner(Inner<T>),
}
