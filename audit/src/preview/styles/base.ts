/** What all cards share; the colours and sizes of each network follow in the other sheets. */
export const baseStyles = `
.samovar-card, .samovar-card * { box-sizing: border-box; margin: 0; padding: 0; border: 0; float: none; }
.samovar-card {
  --card-font: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  display: block; width: 100%; max-width: 500px; text-align: start; font: 400 15px/1.35 var(--card-font);
  color: var(--card-ink); letter-spacing: normal; text-transform: none; overflow-wrap: anywhere;
  -webkit-font-smoothing: antialiased; color-scheme: light;
}
.samovar-card.is-dark { color-scheme: dark; }
.samovar-card .card-frame { display: block; position: relative; overflow: hidden; background: var(--card-ground); }
.samovar-card .card-text { display: flex; flex-direction: column; min-width: 0; }
.samovar-card .card-picture { display: block; position: relative; overflow: hidden; background: var(--card-blank); }
.samovar-card .card-picture img { display: block; width: 100%; height: 100%; object-fit: cover; font-size: 12px; color: var(--card-faint); }
.samovar-card.is-large .card-picture { width: 100%; aspect-ratio: 1.91; }
.samovar-card.is-small .card-frame { display: flex; align-items: stretch; }
.samovar-card.is-small .card-picture { flex: none; width: 96px; max-width: 40%; }
.samovar-card.is-small .card-picture img { position: absolute; inset: 0; }
.samovar-card.is-small .card-text { flex: 1; justify-content: center; }
.samovar-card .card-title, .samovar-card .card-description, .samovar-card .card-domain, .samovar-card .card-site,
.samovar-card .card-author, .samovar-card .card-byline {
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: var(--card-lines, 1); overflow: hidden;
}
.samovar-card .card-title { --card-lines: 2; color: var(--card-ink); }
.samovar-card .card-description, .samovar-card .card-byline { --card-lines: 2; color: var(--card-faint); }
.samovar-card .card-domain, .samovar-card .card-site { color: var(--card-faint); }
.samovar-card .card-sign { display: flex; align-items: center; justify-content: center; }
.samovar-card .card-sign svg { width: 32px; height: 32px; fill: var(--card-faint); }
.samovar-card .card-link { color: var(--card-link, #1a73e8); text-decoration: underline; text-underline-offset: 2px; }
`;
