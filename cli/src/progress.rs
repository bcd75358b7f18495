//! How far a long run is, on the standard error of somebody who watches: how many articles are read, how many a second, how long it
//! will take. Where standard error is no terminal nothing is said, and nothing that a run gives depends on it.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use claimgraph::claim::{Extraction, Extractor};
use claimgraph::corpus::Article;
use claimgraph::english::English;
use claimgraph::id::ArticleId;

/// Nothing is said of what is done before that.
const PATIENCE: Duration = Duration::from_millis(800);
/// How often the line is written again.
const BEAT: Duration = Duration::from_millis(200);

/// Counts what is done, and shows it until it is dropped.
pub(crate) struct Progress {
    done: Arc<AtomicUsize>,
    shown: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Of so many articles, and of what comes behind them in words: "comparing".
    pub(crate) fn of(total: usize, then: &'static str, quiet: bool) -> Self {
        let done = Arc::new(AtomicUsize::new(0));
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let watched = !quiet && !dumb && io::stderr().is_terminal();
        let shown = watched.then(|| {
            let (end, ended) = channel();
            let done = done.clone();
            let show = move || {
                let start = Instant::now();
                let mut wait = PATIENCE;
                let mut said = false;
                while ended.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                    let text = line(done.load(Ordering::Relaxed), total, then, start.elapsed());
                    let _ = write!(io::stderr(), "\r{text}\u{1b}[K");
                    (wait, said) = (BEAT, true);
                }
                if said {
                    let _ = write!(io::stderr(), "\r\u{1b}[K");
                }
            };
            (end, std::thread::spawn(show))
        });
        Self { done, shown }
    }

    /// Another one is done.
    pub(crate) fn add(&self, n: usize) {
        self.done.fetch_add(n, Ordering::Relaxed);
    }

    /// The reader of English articles, each of which is counted.
    pub(crate) fn reader(&self) -> Reader {
        Reader(self.done.clone())
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((end, thread)) = self.shown.take() {
            drop(end);
            let _ = thread.join();
        }
    }
}

/// [`English`], counting.
pub(crate) struct Reader(Arc<AtomicUsize>);

impl Extractor for Reader {
    fn extract(&self, id: &ArticleId, article: &Article) -> Extraction {
        let extraction = English.extract(id, article);
        self.0.fetch_add(1, Ordering::Relaxed);
        extraction
    }
}

/// "1240 of 9000 articles read, 310 a second, 25 s left"
fn line(done: usize, total: usize, then: &str, elapsed: Duration) -> String {
    if done >= total {
        return format!("{total} articles read; {then}, {} so far", length(elapsed));
    }
    let so_far = format!("{done} of {total} articles read");
    let seconds = elapsed.as_secs_f64();
    let Ok(counted) = u32::try_from(done) else { return so_far };
    let Ok(rest) = u32::try_from(total - done) else { return so_far };
    if counted == 0 || seconds <= 0.0 {
        return so_far;
    }
    let rate = f64::from(counted) / seconds;
    let left = Duration::try_from_secs_f64(f64::from(rest) / rate).unwrap_or(Duration::MAX);
    let rate = if rate < 10.0 { format!("{rate:.1}") } else { format!("{rate:.0}") };
    format!("{so_far}, {rate} a second, {} left", length(left))
}

/// "25 s", "3 min", "2 h 5 min"
fn length(time: Duration) -> String {
    match time.as_secs() {
        s @ ..100 => format!("{s} s"),
        s @ ..6_000 => format!("{} min", s / 60),
        s => format!("{} h {} min", s / 3600, s / 60 % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows() {
        for (done, total, seconds, said) in [
            (0, 9000, 1, "0 of 9000 articles read"),
            (1240, 9000, 4, "1240 of 9000 articles read, 310 a second, 25 s left"),
            (3, 9000, 2, "3 of 9000 articles read, 1.5 a second, 99 min left"),
            (1, 9000, 2, "1 of 9000 articles read, 0.5 a second, 4 h 59 min left"),
            (9000, 9000, 130, "9000 articles read; comparing, 2 min so far"),
        ] {
            assert_eq!(line(done, total, "comparing", Duration::from_secs(seconds)), said);
        }
    }
}
