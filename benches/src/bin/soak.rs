//! Load on the error responses of the example services, with clients that disconnect at any moment:
//! `cargo run --release -p httperr-benches --bin soak -- --seconds 600 axum`.
//!
//! The arguments are the names of examples; without any, all services with a socket run one after the
//! other. `--seconds` is the time for each, 60 by default. `--no-build` takes the examples as they are in the
//! folder of this program. The program prints the responses and the
//! resident memory of each service, and fails if the memory grew after the warm-up, or if a response was
//! malformed. It reads `/proc`, and so runs on Linux.

use std::env;
use std::fs;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

const SERVICES: [&str; 7] = ["axum", "actix_web", "rocket", "poem", "salvo", "warp", "hyper"];

/// Paths of the examples, each with a status and a part of the response.
const PATHS: [(&str, &str, &str); 8] = [
    ("/errors/sign-in", "401", "Bearer realm"),
    ("/errors/out-of-stock", "409", "\"left\":2"),
    ("/errors/limited", "429", "retry-after: 2"),
    ("/errors/refused", "422", "is \\\\ no product"),
    ("/errors/refused-badly", "422", "set-cookie: b=c\"}"),
    ("/errors/database", "500", "\"title\":\"Internal Server Error\""),
    ("/errors/billing", "503", "billing is not available"),
    ("/errors/no-order", "404", "there is no order 7"),
];

/// The number of clients at the same time.
const CLIENTS: u64 = 4;

/// The growth of the memory after the warm-up that is noise of the allocator, in KiB.
const SLACK: u64 = 1024;

fn main() -> ExitCode {
    let mut seconds = 60;
    let mut builds = true;
    let mut services = Vec::new();
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--seconds" => {
                let value = arguments.next().and_then(|seconds| seconds.parse().ok());
                seconds = value.expect("a number of seconds");
            }
            "--no-build" => builds = false,
            _ => services.push(argument),
        }
    }
    if services.is_empty() {
        services = SERVICES.map(str::to_owned).to_vec();
    }
    println!("| service | seconds | responses | aborted | malformed | RSS at first | after warm-up | at the end |");
    println!("|---|---|---|---|---|---|---|---|");
    let is_flat = services.iter().fold(true, |is_flat, name| {
        if builds {
            build(name);
        }
        let report = soak(name, Duration::from_secs(seconds));
        println!("{}", report.row(name, seconds));
        is_flat && report.is_flat()
    });
    match is_flat {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}

#[derive(Default)]
struct Counts {
    responses: AtomicU64,
    aborted: AtomicU64,
    malformed: AtomicU64,
}

struct Report {
    counts: Counts,
    /// The resident memory, once a second, in KiB.
    memory: Vec<u64>,
}

impl Report {
    fn row(&self, name: &str, seconds: u64) -> String {
        let Counts { responses, aborted, malformed } = &self.counts;
        let [responses, aborted, malformed] =
            [responses, aborted, malformed].map(|count| count.load(Ordering::Relaxed));
        let first = self.memory.first().copied().unwrap_or_default();
        let (warm, end) = self.warm_and_end();
        format!(
            "| {name} | {seconds} | {responses} | {aborted} | {malformed} | {first} KiB | {warm} KiB | {end} KiB |"
        )
    }

    /// Returns the medians of the memory after a third of the time, and at the end.
    fn warm_and_end(&self) -> (u64, u64) {
        let sixth = self.memory.len() / 6;
        let median = |from: usize| {
            let mut window =
                self.memory.get(from..from + sixth.max(1)).unwrap_or_default().to_vec();
            window.sort_unstable();
            window.get(window.len() / 2).copied().unwrap_or_default()
        };
        (median(2 * sixth), median(self.memory.len().saturating_sub(sixth.max(1))))
    }

    fn is_flat(&self) -> bool {
        let (warm, end) = self.warm_and_end();
        let Counts { responses, malformed, .. } = &self.counts;
        end <= warm + warm / 50 + SLACK
            && malformed.load(Ordering::Relaxed) == 0
            && responses.load(Ordering::Relaxed) > 0
    }
}

/// Puts load on a service, and returns what was measured.
fn soak(name: &str, time: Duration) -> Report {
    let (mut service, address) = start(name);
    let report = Report { counts: Counts::default(), memory: Vec::new() };
    let is_over = AtomicBool::new(false);
    let mut memory = Vec::new();
    thread::scope(|scope| {
        for client in 1..=CLIENTS {
            let (counts, is_over) = (&report.counts, &is_over);
            scope.spawn(move || {
                let mut random = client.wrapping_mul(0x9e37_79b9_7f4a_7c15);
                while !is_over.load(Ordering::Relaxed) {
                    if connect(address, &mut random, counts).is_err() {
                        thread::sleep(Duration::from_millis(1));
                    }
                }
            });
        }
        let begin = Instant::now();
        while begin.elapsed() < time {
            thread::sleep(Duration::from_secs(1));
            memory.push(resident_memory(service.id()));
        }
        is_over.store(true, Ordering::Relaxed);
    });
    let _ = service.kill();
    let _ = service.wait();
    Report { memory, ..report }
}

fn build(name: &str) {
    let build = ["build", "--quiet", "--release", "-p", "httperr-examples", "--example", name];
    let status = Command::new(env!("CARGO")).args(build).status();
    assert!(status.expect("cargo is there").success(), "{name} does not compile");
}

/// Starts an example on any free port.
fn start(name: &str) -> (Child, SocketAddr) {
    let this = env::current_exe().expect("this program");
    let example = this.with_file_name("examples").join(name);
    let mut service = Command::new(example)
        .env("PORT", "0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the example runs");
    let mut line = String::new();
    let mut stdout = BufReader::new(service.stdout.take().expect("a pipe"));
    stdout.read_line(&mut line).expect("a line");
    // A service that writes to a closed pipe panics.
    thread::spawn(move || io::copy(&mut stdout, &mut io::sink()));
    let address = line.trim().rsplit('/').next().and_then(|address| address.parse().ok());
    (service, address.expect("the address on which it listens"))
}

/// Returns the resident memory of a process in KiB.
fn resident_memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).expect("the service runs");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or_default()
}

/// Returns a random number below `bound` (xorshift).
fn below(random: &mut u64, bound: usize) -> usize {
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    (*random >> 16) as usize % bound
}

/// Sends requests over one connection, until one is aborted.
fn connect(address: SocketAddr, random: &mut u64, counts: &Counts) -> io::Result<()> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    stream.set_nodelay(true)?;
    let mut buffer = Vec::new();
    for _ in 0..below(random, 64) {
        let (path, status, part) = PATHS[below(random, PATHS.len())];
        let request = format!("GET {path} HTTP/1.1\r\nhost: a\r\n\r\n");
        stream.write_all(request.as_bytes())?;
        let response = read_response(&mut stream, &mut buffer)?;
        counts.responses.fetch_add(1, Ordering::Relaxed);
        if !response.starts_with(&format!("HTTP/1.1 {status} ")) || !response.contains(part) {
            counts.malformed.fetch_add(1, Ordering::Relaxed);
            eprintln!("malformed response to {path}: {response}");
        }
    }
    counts.aborted.fetch_add(1, Ordering::Relaxed);
    let (path, ..) = PATHS[below(random, PATHS.len())];
    let request = format!("GET {path} HTTP/1.1\r\nhost: a\r\n\r\n");
    match below(random, 4) {
        // In the middle of the head of the request.
        0 => stream.write_all(&request.as_bytes()[..below(random, request.len())]),
        // In the middle of its content.
        1 => stream.write_all(
            b"POST /orders HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{\"quan",
        ),
        // Before the response, and in the middle of it.
        2 => stream.write_all(request.as_bytes()),
        _ => {
            stream.write_all(request.as_bytes())?;
            let length = 1 + below(random, 100);
            stream.read_exact(&mut vec![0; length])
        }
    }
}

/// Reads a response with a `Content-Length`.
fn read_response(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> io::Result<String> {
    let mut chunk = [0; 2048];
    loop {
        let text = String::from_utf8_lossy(buffer).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let head = head.to_ascii_lowercase();
            let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
            let length = length.and_then(|length| length.trim().parse().ok()).unwrap_or(0);
            if body.len() >= length {
                buffer.clear();
                return Ok(text);
            }
        }
        match stream.read(&mut chunk)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            count => buffer.extend_from_slice(&chunk[..count]),
        }
    }
}
