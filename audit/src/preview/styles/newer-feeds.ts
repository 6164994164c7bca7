/** Mastodon, Bluesky, Threads, Reddit, Pinterest. */
export const newerFeedStyles = `
.card-mastodon { --card-font: mastodon-font-sans-serif, Roboto, system-ui, -apple-system, "Segoe UI", "Helvetica Neue", sans-serif; --card-ink: #17063b; --card-faint: #57516b; --card-ground: #fff; --card-blank: #e6e3ef; --card-line: #c4bfd6; --card-link: #6147e6; max-width: 520px; }
.card-mastodon.is-dark { --card-ink: #fff; --card-faint: #9baec8; --card-ground: #191b22; --card-blank: #282c37; --card-line: #2e3340; --card-link: #8c8dff; }
.card-mastodon .card-frame { border: 1px solid var(--card-line); border-radius: 8px; }
.card-mastodon .card-text { padding: 15px; gap: 8px; }
.card-mastodon .card-site, .card-mastodon .card-description, .card-mastodon .card-byline { font-size: 14px; line-height: 20px; }
.card-mastodon .card-title { font-size: 19px; line-height: 24px; font-weight: 700; }
.card-mastodon .card-description, .card-mastodon .card-byline { --card-lines: 1; }
.card-mastodon .card-byline b { color: var(--card-ink); font-weight: 500; }
.card-mastodon.is-small .card-frame, .card-mastodon.is-text .card-frame { display: flex; align-items: center; }
.card-mastodon.is-small .card-picture, .card-mastodon.is-text .card-picture { flex: none; width: 120px; aspect-ratio: 1; }
.card-mastodon.is-small .card-text, .card-mastodon.is-text .card-text { gap: 4px; padding-block: 8px; }
.card-mastodon.is-small .card-title, .card-mastodon.is-text .card-title { --card-lines: 2; font-size: 15px; line-height: 20px; }

.card-bluesky { --card-font: InterVariable, Inter, -apple-system, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; --card-ink: #0b0f14; --card-faint: #42576c; --card-ground: #fff; --card-blank: #eff2f6; --card-line: #d4dbe2; --card-link: #1083fe; }
.card-bluesky.is-dark { --card-ink: #f1f3f5; --card-faint: #aebbc9; --card-ground: #161e27; --card-blank: #1e2936; --card-line: #2e4052; --card-link: #208bfe; }
.card-bluesky .card-frame { border: 1px solid var(--card-line); border-radius: 12px; }
.card-bluesky .card-picture { border-bottom: 1px solid var(--card-line); }
.card-bluesky .card-text { padding: 8px 12px; gap: 3px; }
.card-bluesky .card-title { --card-lines: 3; font-size: 15px; line-height: 20px; font-weight: 600; }
.card-bluesky .card-description { --card-lines: 2; font-size: 13px; line-height: 17px; color: var(--card-ink); }
.card-bluesky .card-domain { margin-top: 6px; padding-top: 8px; border-top: 1px solid var(--card-line); font-size: 12px; line-height: 16px; }
.card-bluesky .card-domain::before { content: ""; display: inline-block; width: 11px; height: 11px; margin-inline-end: 5px; vertical-align: -1px; border: 1px solid currentcolor; border-radius: 50%; background: linear-gradient(currentcolor, currentcolor) center / 100% 1px no-repeat, linear-gradient(currentcolor, currentcolor) center / 1px 100% no-repeat; }

.card-threads { --card-font: -apple-system, system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; --card-ink: #000; --card-faint: #999; --card-ground: #fff; --card-blank: #f0f0f0; --card-line: rgb(0 0 0 / 15%); --card-link: #0064d1; }
.card-threads.is-dark { --card-ink: #f3f5f7; --card-faint: #777; --card-ground: #181818; --card-blank: #2a2a2a; --card-line: rgb(243 245 247 / 15%); --card-link: #4599ff; }
.card-threads .card-frame { border: 1px solid var(--card-line); border-radius: 12px; }
.card-threads .card-text { padding: 12px 16px; gap: 2px; }
.card-threads .card-domain { font-size: 12px; line-height: 16px; }
.card-threads .card-title { font-size: 15px; line-height: 20px; }
.card-threads.is-small .card-picture { width: 84px; min-height: 84px; }

.card-reddit { --card-font: -apple-system, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; --card-ink: #181c1f; --card-faint: #5c6c74; --card-ground: #fff; --card-blank: #e5ebee; --card-link: #0e64d0; max-width: 600px; }
.card-reddit.is-dark { --card-ink: #eef1f3; --card-faint: #8ba2ad; --card-ground: #0e1113; --card-blank: #2a3236; --card-link: #629fff; }
.card-reddit .card-frame { padding: 8px 16px 12px; border-radius: 16px; }
.card-reddit.is-small .card-frame { flex-direction: row-reverse; align-items: flex-start; gap: 12px; }
.card-reddit.is-small .card-picture { width: 112px; height: 84px; border-radius: 8px; }
.card-reddit.is-small .card-text { justify-content: flex-start; }
.card-reddit .card-text { gap: 6px; }
.card-reddit .card-title { --card-lines: 3; font-size: 18px; line-height: 23px; font-weight: 600; }
.card-reddit .card-domain { font-size: 12px; line-height: 16px; color: var(--card-link); }

.card-pinterest { --card-font: "Pin Sans", -apple-system, system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; --card-ink: #111; --card-faint: #5f5f5f; --card-ground: transparent; --card-blank: #e9e9e9; --card-link: #0074e8; max-width: 236px; }
.card-pinterest.is-dark { --card-ink: #fff; --card-faint: #b7b7b7; --card-blank: #333; --card-link: #4a9dfc; }
.card-pinterest .card-picture { border-radius: 16px; min-height: 100px; }
.card-pinterest .card-picture img { height: auto; max-height: 420px; min-height: 100px; }
.card-pinterest .card-text { padding: 8px 6px 16px; gap: 4px; }
.card-pinterest .card-title { font-size: 14px; line-height: 18px; font-weight: 600; }
.card-pinterest .card-site { font-size: 12px; line-height: 16px; }
`;
