const en = {
  title: "Search and answers",
  ask: "What are you looking for?",
  found: "# answer|# answers",
  none: "Nothing was found.",
  toEditor: "Ask the editor",
  question: "Your question",
  email: "E-mail, to be told the answer",
  send: "Ask",
  asked: "Thank you. The answer comes here, and to your mailbox if you gave one.",
  offline: "The server can't be reached. What you typed is kept: try again.",
};

const ru: typeof en = {
  title: "Поиск и ответы",
  ask: "Что вы ищете?",
  found: "# ответ|# ответа|# ответов",
  none: "Ничего не нашлось.",
  toEditor: "Спросить редакцию",
  question: "Ваш вопрос",
  email: "Почта, чтобы сообщить ответ",
  send: "Спросить",
  asked: "Спасибо. Ответ появится здесь и придёт на почту, если вы её указали.",
  offline: "Сервер недоступен. Введённое сохранено: попробуйте ещё раз.",
};

export const spoken = { en, ru };
export type Words = typeof en;
