import type { Words } from "#src/platform/say.ts";

export const mail: Words = {
  "Give one in the mail settings, or set SMTP_URL and MAIL_FROM where Samovar is started":
    "Укажите его в настройках почты или задайте SMTP_URL и MAIL_FROM там, где запускается Самовар",
  "There is no mail server yet: letters wait": "Почтового сервера пока нет: письма ждут",
  "Give `address`, or in `message` the whole report with its message/delivery-status part":
    "Укажите `address` или передайте в `message` весь отчёт вместе с частью message/delivery-status",
  "This names no address that a letter came back from": "Здесь нет адреса, с которого вернулось письмо",
  "is no host name; use one such as smtp.example.com": "не имя сервера; укажите, например, smtp.example.com",
  "See listSuppressions for them": "Они перечислены в listSuppressions",
  "There is no suppressed address {0} here": "Здесь нет адреса {0}, на который не пишут",
};
