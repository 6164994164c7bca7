import type { Words } from "#src/platform/say.ts";

export const events: Words = {
  "A page can't take money back: the value is {0}": "Страница не может вернуть деньги: сумма {0}",
  "Send refunds from a server with an API key": "Возвраты шлите с сервера, с ключом API",
  "The request ended before its body did": "Запрос оборвался раньше, чем кончилось его тело",
};
