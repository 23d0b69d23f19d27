//! The requests of the tests, over a socket, and what each has to receive.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

/// A response as it was sent, with the names of the header fields in lower case.
#[derive(Debug)]
pub struct Received {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Received {
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(other, _)| other == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// The path of an order, and the response to it.
pub struct Expected {
    pub id: u64,
    pub status: u16,
    pub retry_after: Option<&'static str>,
    pub content_type: Option<&'static str>,
    pub body: &'static str,
}

const PROBLEM: Option<&str> = Some("application/problem+json");

/// The responses of a framework that sends the response of an error as it is.
pub const RESPONSES: [Expected; 4] = [
    Expected { id: 1, status: 200, retry_after: None, content_type: None, body: "a pen" },
    Expected {
        id: 2,
        status: 429,
        retry_after: Some("2"),
        content_type: PROBLEM,
        body: r#"{"title":"Too Many Requests","status":429,"detail":"too many requests"}"#,
    },
    Expected {
        id: 3,
        status: 500,
        retry_after: None,
        content_type: PROBLEM,
        body: r#"{"title":"Internal Server Error","status":500}"#,
    },
    Expected {
        id: 7,
        status: 404,
        retry_after: None,
        content_type: PROBLEM,
        body: r#"{"title":"Not Found","status":404,"detail":"no order 7","id":7}"#,
    },
];

impl Expected {
    /// Asserts that a response is this one. The media type of a success is that of the framework.
    #[track_caller]
    pub fn assert(&self, received: &Received) {
        assert_eq!(received.status, self.status, "{received:?}");
        assert_eq!(received.header("retry-after"), self.retry_after, "{received:?}");
        assert_eq!(received.body, self.body, "{received:?}");
        if self.content_type.is_some() {
            assert_eq!(received.header("content-type"), self.content_type, "{received:?}");
        }
    }
}

/// Asserts that the server sends the responses of all orders below `/orders/`.
#[track_caller]
pub fn assert_responses(server: SocketAddr) {
    for expected in &RESPONSES {
        expected.assert(&send(server, "GET", &format!("/orders/{}", expected.id), "", ""));
    }
}

/// Sends a request, and reads its response until the server closes the connection.
pub fn send(
    server: SocketAddr,
    method: &str,
    path: &str,
    content_type: &str,
    body: &str,
) -> Received {
    let mut stream = TcpStream::connect(server).unwrap();
    let length = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\
         content-type: {content_type}\r\ncontent-length: {length}\r\n\r\n{body}"
    )
    .unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).unwrap();
    let (head, body) = response.split_once("\r\n\r\n").unwrap();
    let mut lines = head.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let header = |line: &str| {
        let (name, value) = line.split_once(": ").unwrap();
        (name.to_lowercase(), value.to_owned())
    };
    Received { status, headers: lines.map(header).collect(), body: body.to_owned() }
}

/// Runs a server on a port of its own, in a runtime of its own.
pub fn listen<F>(serve: impl FnOnce(tokio::net::TcpListener) -> F + Send + 'static) -> SocketAddr
where
    F: std::future::Future<Output = ()>,
{
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let server = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            serve(tokio::net::TcpListener::from_std(listener).unwrap()).await;
        });
    });
    server
}
