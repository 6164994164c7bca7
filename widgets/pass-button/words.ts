const en = {
  pass: "Share",
  close: "Close",
  copy: "Copy link",
  copied: "Link copied",
  device: "More apps…",
  email: "E-mail",
  code: "QR code",
  server: "Your Mastodon server",
  go: "Open",
};

const ru: typeof en = {
  pass: "Поделиться",
  close: "Закрыть",
  copy: "Скопировать ссылку",
  copied: "Ссылка скопирована",
  device: "Другие приложения…",
  email: "Почта",
  code: "QR-код",
  server: "Ваш сервер Mastodon",
  go: "Открыть",
};

/** Speaks as the page around it does. */
export function wordsFor(element: Element): typeof en {
  const language = element.closest("[lang]")?.getAttribute("lang") ?? navigator.language;
  return /^ru\b/i.test(language) ? ru : en;
}
