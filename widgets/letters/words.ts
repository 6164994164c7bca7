const en = {
  title: "Be told of what is new",
  email: "Your e-mail",
  topics: "Topics",
  often: "How often",
  each: "At once",
  daily: "Once a day",
  weekly: "Once a week",
  send: "Subscribe",
  notices: "Notices in this browser",
  feed: "Feed",
  mailed: "Look into your mailbox: one click there and you are subscribed.",
  allowed: "Done: this browser will tell you.",
  proving: "One moment: your browser shows that it is no robot…",
  offline: "It did not work. What you typed is kept: try again.",
};

const ru: typeof en = {
  title: "Узнавайте о новом",
  email: "Ваша почта",
  topics: "Темы",
  often: "Как часто",
  each: "Сразу",
  daily: "Раз в день",
  weekly: "Раз в неделю",
  send: "Подписаться",
  notices: "Уведомления в браузере",
  feed: "Лента",
  mailed: "Загляните в почту: один щелчок там, и вы подписаны.",
  allowed: "Готово: браузер сообщит о новом.",
  proving: "Минуту: браузер доказывает, что он не робот…",
  offline: "Не получилось. Введённое сохранено: попробуйте ещё раз.",
};

export const spoken = { en, ru };
export type Words = typeof en;
