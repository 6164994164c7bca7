import type { Words } from "#src/platform/say.ts";

export const subscriptions: Words = {
  "Check its quotes and commas": "Проверьте кавычки и запятые",
  "Send less at once": "Пришлите меньше за раз",
  "The body is not JSON": "Тело запроса — не JSON",
  "The input": "Данные",
  "{0}: {1}": "{0}: {1}",
  "See listSubscribers for them": "Они перечислены в listSubscribers",
  "There is no subscriber {0} here": "Подписчика {0} здесь нет",
  "Send what PushSubscription.toJSON() gives": "Передайте то, что даёт PushSubscription.toJSON()",
  "Subscribe by e-mail or by the feed": "Подпишитесь по почте или через ленту",
  "This site sends no notices": "Этот сайт не присылает уведомлений",
  '"{0}" is no push service\'s address': "«{0}» — не адрес службы уведомлений",
  "Leave its id out to add it as a new one": "Чтобы добавить её как новую, не указывайте id",
  "There is no topic {0} on this site": "Темы {0} на этом сайте нет",
  "Too many letters were asked for from here": "Отсюда запросили слишком много писем",
  "Try again in an hour": "Попробуйте через час",
  "Use one such as name@example.com": "Укажите адрес вида name@example.com",
  '"{0}" is no e-mail address': "«{0}» — не адрес почты",
  "is no e-mail address": "это не адрес почты",
};
