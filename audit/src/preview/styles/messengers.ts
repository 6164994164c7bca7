/** Telegram, WhatsApp, Viber, iMessage, and Signal and Misskey beside them. */
export const messengerStyles = `
.card-telegram { --card-font: Roboto, -apple-system, "Apple Color Emoji", system-ui, "Helvetica Neue", sans-serif; --card-ink: #000; --card-faint: #707579; --card-tint: #3390ec; --card-ground: rgb(51 144 236 / 9%); --card-blank: rgb(51 144 236 / 14%); --card-link: #3390ec; max-width: 430px; }
.card-telegram.is-dark { --card-ink: #fff; --card-faint: #aaa; --card-tint: #8774e1; --card-ground: rgb(135 116 225 / 15%); --card-blank: rgb(135 116 225 / 24%); --card-link: #8774e1; }
.card-telegram .card-frame { padding: 4px 8px 6px 10px; border-inline-start: 3px solid var(--card-tint); border-radius: 6px; font-size: 14px; line-height: 19px; }
.card-telegram .card-site { color: var(--card-tint); font-weight: 600; }
.card-telegram .card-title { --card-lines: 3; font-weight: 600; }
.card-telegram .card-description { --card-lines: 6; color: var(--card-ink); }
.card-telegram.is-large .card-picture { margin-top: 6px; border-radius: 4px; }
.card-telegram.is-small .card-frame { flex-direction: row-reverse; align-items: flex-start; gap: 10px; }
.card-telegram.is-small .card-picture { width: 64px; height: 64px; margin-top: 3px; border-radius: 4px; }
.card-telegram.is-small .card-text { justify-content: flex-start; }

.card-whatsapp { --card-font: "Segoe UI", "Helvetica Neue", Helvetica, "Lucida Grande", Arial, Ubuntu, Cantarell, sans-serif; --card-ink: #111b21; --card-faint: #667781; --card-ground: #d1f4cc; --card-bubble: #d9fdd3; --card-blank: #bfe6b9; --card-link: #027eb5; max-width: 340px; }
.card-whatsapp.is-dark { --card-ink: #e9edef; --card-faint: #8fb3ab; --card-ground: #025144; --card-bubble: #005c4b; --card-blank: #064238; --card-link: #53bdeb; }
.card-whatsapp .card-frame { border: 3px solid var(--card-bubble); border-radius: 9px; }
.card-whatsapp .card-text { padding: 8px 10px 9px; gap: 3px; }
.card-whatsapp .card-title { font-size: 14.2px; line-height: 19px; font-weight: 600; }
.card-whatsapp .card-description { font-size: 13px; line-height: 17px; }
.card-whatsapp .card-domain { font-size: 12px; line-height: 16px; }
.card-whatsapp.is-small .card-picture { width: 88px; min-height: 88px; }

.card-viber { --card-font: Roboto, "Segoe UI", "Helvetica Neue", Arial, sans-serif; --card-ink: #1c1b1f; --card-faint: #847d91; --card-ground: #e3dfff; --card-blank: #d2ccf5; --card-link: #7360f2; max-width: 340px; }
.card-viber.is-dark { --card-ink: #fff; --card-faint: #b3aec7; --card-ground: #3f3580; --card-blank: #514699; --card-link: #a59aff; }
.card-viber .card-frame { border-radius: 14px; }
.card-viber .card-text { padding: 10px 12px; gap: 3px; }
.card-viber .card-title { font-size: 15px; line-height: 19px; font-weight: 700; }
.card-viber .card-description { font-size: 13px; line-height: 17px; }
.card-viber .card-domain { font-size: 12px; line-height: 16px; }
.card-viber.is-small .card-picture { width: 88px; min-height: 88px; }

.card-imessage { --card-font: -apple-system, "SF Pro Text", system-ui, "Helvetica Neue", Helvetica, Arial, sans-serif; --card-ink: #000; --card-faint: rgb(60 60 67 / 60%); --card-ground: #e9e9eb; --card-blank: #d1d1d6; --card-link: #007aff; max-width: 300px; }
.card-imessage.is-dark { --card-ink: #fff; --card-faint: rgb(235 235 245 / 60%); --card-ground: #262629; --card-blank: #3a3a3c; --card-link: #0a84ff; }
.card-imessage .card-frame { border-radius: 18px; }
.card-imessage.is-large .card-picture { aspect-ratio: auto; min-height: 90px; max-height: 400px; }
.card-imessage .card-text { padding: 9px 13px 10px; gap: 1px; }
.card-imessage .card-title { font-size: 13px; line-height: 17px; font-weight: 600; }
.card-imessage .card-domain { font-size: 11.5px; line-height: 15px; }
.card-imessage.is-small .card-frame { flex-direction: row-reverse; align-items: center; padding-inline-end: 12px; }
.card-imessage.is-small .card-picture { width: 40px; height: 40px; border-radius: 8px; }

.card-signal, .card-misskey { --card-ink: #1b1b1b; --card-faint: #5e5e5e; --card-ground: #f6f6f6; --card-blank: #dedede; max-width: 400px; }
.card-signal.is-dark, .card-misskey.is-dark { --card-ink: #e9e9e9; --card-faint: #b9b9b9; --card-ground: #2e2e2e; --card-blank: #3b3b3b; }
.card-signal .card-frame, .card-misskey .card-frame { border-radius: 10px; }
.card-signal .card-text, .card-misskey .card-text { padding: 10px 12px; gap: 3px; }
.card-signal .card-title, .card-misskey .card-title { font-weight: 600; }
.card-signal .card-description, .card-misskey .card-description, .card-signal .card-domain, .card-misskey .card-site { font-size: 13px; }
.card-signal.is-small .card-picture, .card-misskey.is-small .card-picture { width: 96px; min-height: 96px; }
`;
