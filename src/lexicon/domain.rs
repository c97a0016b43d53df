//! Addresses and the sites they are on: a host with its subdomains, or a path of a host that several share.

/// Host and path of a URL in lower case.
#[derive(Debug)]
pub struct Address {
    host: String,
    path: String,
}

impl Address {
    /// Of a URL or a bare host; port, user, query and fragment say nothing of the site.
    pub fn of(url: &str) -> Address {
        let url = url.to_ascii_lowercase();
        let url = url.split_once("://").map_or(&*url, |(_, rest)| rest);
        let (host, path) = split_host(url.split(['?', '#']).next().unwrap_or_default());
        let host = host.rsplit('@').next().unwrap_or_default();
        let host = host.split(':').next().unwrap_or_default().trim_end_matches('.');
        Address { host: host.to_owned(), path: path.to_owned() }
    }

    /// Whether it belongs to a site: a host, whose subdomains count, with a path where the host is not its own.
    pub fn is_on(&self, site: &str) -> bool {
        let (host, path) = split_host(site);
        !host.is_empty() && is_host_of(&self.host, host) && is_below(&self.path, path)
    }
}

/// The host of a site, without its path.
pub fn host(site: &str) -> &str {
    split_host(site).0
}

/// Host and path, without `www.` and slashes at the ends.
fn split_host(address: &str) -> (&str, &str) {
    let (host, path) = address.split_once('/').unwrap_or((address, ""));
    (host.strip_prefix("www.").unwrap_or(host), path.trim_matches('/'))
}

/// Whether the host is `site` or a subdomain of it.
fn is_host_of(host: &str, site: &str) -> bool {
    host.strip_suffix(site).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// Whether the path is `folder` or lies below it; an empty one holds all.
fn is_below(path: &str, folder: &str) -> bool {
    let rest = path.strip_prefix(folder);
    folder.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_on_a_site() {
        let check = |url: &str, site: &str, expected: bool| assert_eq!(Address::of(url).is_on(site), expected, "{url}");
        check("https://www.IISS.org/a?b#c", "iiss.org", true);
        check("me@research.iiss.org:80", "iiss.org", true);
        check("https://notiiss.org", "iiss.org", false);
        check("airuniversity.af.edu/CASI/Articles/", "airuniversity.af.edu/casi", true);
        check("airuniversity.af.edu/casino", "airuniversity.af.edu/casi", false);
        check("https://😀", "", false);
        check("", "iiss.org", false);
    }
}
