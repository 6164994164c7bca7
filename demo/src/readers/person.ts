/** Who reads: an address, a browser and a language each, as a proxy in front of Samovar would tell them. */
export interface Person {
  readonly address: string;
  readonly userAgent: string;
  readonly language: string;
}

const browsers = [
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Safari/605.1.15",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 YaBrowser/26.10.0 Safari/537.36",
];
const languages = ["ru-RU,ru;q=0.9,en;q=0.5", "ru,en;q=0.8", "en-GB,en;q=0.9", "de-DE,de;q=0.9,en;q=0.7"];

/** Robots that come by themselves as soon as a link is posted: they must not be counted as people. */
export const previewRobots = [
  "Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)",
  "http.rb/5.2.0 (Mastodon/4.5.0; +https://mastodon.example/) Bot",
  "TelegramBot (like TwitterBot)",
  "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
] as const;

/** The n-th reader; from the ranges that are kept for documentation, so that nobody real is named. */
export function makePerson(n: number): Person {
  const [block = "198.51.100"] = [["192.0.2", "198.51.100", "203.0.113"][Math.floor(n / 250) % 3]];
  return {
    address: `${block}.${(n % 250) + 2}`,
    userAgent: browsers[n % browsers.length] ?? "",
    language: languages[(n * 7 + Math.floor(n / 5)) % languages.length] ?? "",
  };
}
