const en = {
  title: "Search and answers",
  ask: "What are you looking for?",
  found: "# answer|# answers",
  none: "Nothing was found.",
  instead: "Looked for: ",
  toEditor: "Ask the editor",
  question: "Your question",
  email: "E-mail, to be told the answer",
  send: "Ask",
  asked: "Thank you. The answer will come here.",
  mailed: "Thank you. The answer will come here and to your mailbox.",
  youAsked: "You asked: ",
  more: "More",
  close: "Close",
  offline: "The server can't be reached. What you typed is kept: try again.",
};

const ru: typeof en = {
  title: "Поиск и ответы",
  ask: "Что вы ищете?",
  found: "# ответ|# ответа|# ответов",
  none: "Ничего не нашлось.",
  instead: "Искали: ",
  toEditor: "Спросить редакцию",
  question: "Ваш вопрос",
  email: "Почта, чтобы сообщить ответ",
  send: "Спросить",
  asked: "Спасибо. Ответ появится здесь.",
  mailed: "Спасибо. Ответ появится здесь и придёт на почту.",
  youAsked: "Вы спрашивали: ",
  more: "Подробнее",
  close: "Закрыть",
  offline: "Сервер недоступен. Введённое сохранено: попробуйте ещё раз.",
};

export const spoken = { en, ru };
export type Words = typeof en;
