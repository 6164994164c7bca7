/** Two ways to connect: an app password, or OAuth. */
import type { ConnectField, ConnectMethod } from "../network.ts";

const acting = () => import("./acting.ts");

const handleField: ConnectField = {
  key: "handle",
  label: { en: "Handle", ru: "Имя (handle)" },
  placeholder: "anna.bsky.social",
};
const serverField: ConnectField = {
  key: "pds",
  optional: true,
  label: { en: "Own server (PDS)", ru: "Свой сервер (PDS)" },
  hint: {
    en: "Leave it empty: the server is found by the handle. Needed only in a network of one's own",
    ru: "Оставьте пустым: сервер найдётся по имени. Нужно только в собственной сети",
  },
  placeholder: "https://pds.example.org",
};

export const connect: readonly ConnectMethod[] = [
  {
    kind: "form",
    id: "app-password",
    fields: [
      handleField,
      {
        key: "appPassword",
        secret: true,
        label: { en: "App password", ru: "Пароль приложения" },
        hint: {
          en: "Settings → Privacy and security → App passwords. Not the password of the account",
          ru: "Настройки → Конфиденциальность и безопасность → Пароли приложений. Не пароль от аккаунта",
        },
        placeholder: "xxxx-xxxx-xxxx-xxxx",
      },
      serverField,
    ],
    connect: async (values, tools) => (await acting()).connectWithPassword(values, tools),
  },
  {
    kind: "oauth",
    id: "oauth",
    fields: [handleField, serverField],
    start: async (values, tools) => (await acting()).start(values, tools),
    finish: async (state, query, tools) => (await acting()).finish(state, query, tools),
  },
];
