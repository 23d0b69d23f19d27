//! Requests over a socket, without a client that would hide what a server sends.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

/// Header fields that a framework, such as Rocket, or its server adds to every response.
pub const ADDED_BY_SERVERS: [&str; 6] = [
    "connection",
    "date",
    "permissions-policy",
    "server",
    "x-content-type-options",
    "x-frame-options",
];

/// A response, with the names of its fields in lower case.
pub struct Response {
    pub status: u16,
    /// In the order of the response.
    pub fields: Vec<(String, Vec<u8>)>,
    pub body: Vec<u8>,
}

impl Response {
    /// Returns the values of a field, one for each line.
    ///
    /// # Panics
    ///
    /// Panics if a value is not UTF-8.
    #[must_use]
    pub fn values(&self, name: &str) -> Vec<String> {
        let fields = self.fields.iter().filter(|(other, _)| other == name);
        fields.map(|(_, value)| text(value)).collect()
    }

    /// Returns the fields as texts, sorted by name, without those with one of the `excluded` names.
    ///
    /// # Panics
    ///
    /// Panics if a value is not UTF-8.
    #[must_use]
    pub fn fields_without(&self, excluded: &[&str]) -> Vec<(String, String)> {
        let fields = self.fields.iter().filter(|(name, _)| !excluded.contains(&name.as_str()));
        let mut fields: Vec<_> = fields.map(|(name, value)| (name.clone(), text(value))).collect();
        fields.sort_by(|(one, _), (other, _)| one.cmp(other));
        fields
    }

    /// Returns the body as text.
    ///
    /// # Panics
    ///
    /// Panics if it is not UTF-8.
    #[must_use]
    pub fn text(&self) -> String {
        text(&self.body)
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text")
}

/// Sends a request, with its content if there is any, and returns the response.
///
/// # Panics
///
/// Panics if the response is not one of HTTP/1.
#[must_use]
pub fn send(
    address: SocketAddr,
    method: &str,
    path: &str,
    fields: &[(&str, &[u8])],
    content: Option<&str>,
) -> Response {
    let mut request =
        format!("{method} {path} HTTP/1.1\r\nhost: orders\r\nconnection: close\r\n").into_bytes();
    for (name, value) in fields {
        request.extend([name.as_bytes(), b": ", value, b"\r\n"].concat());
    }
    if let Some(content) = content {
        request.extend(format!("content-length: {}\r\n", content.len()).into_bytes());
    }
    request.extend(b"\r\n");
    request.extend(content.unwrap_or_default().as_bytes());
    let mut stream = TcpStream::connect(address).expect("a server");
    stream.write_all(&request).expect("a request");
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("a response");
    parse(&bytes).unwrap_or_else(|| panic!("not a response: {}", String::from_utf8_lossy(&bytes)))
}

fn parse(bytes: &[u8]) -> Option<Response> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let mut lines = bytes[..end].split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let status_line = std::str::from_utf8(lines.next()?).ok()?;
    let fields = lines.map(|line| {
        let colon = line.iter().position(|byte| *byte == b':')?;
        let name = std::str::from_utf8(&line[..colon]).ok()?;
        Some((name.to_ascii_lowercase(), line[colon + 1..].trim_ascii().to_vec()))
    });
    Some(Response {
        status: status_line.split(' ').nth(1)?.parse().ok()?,
        fields: fields.collect::<Option<_>>()?,
        body: bytes[end + 4..].to_vec(),
    })
}
