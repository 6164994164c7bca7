/** Slack, Discord. */
export const chatStyles = `
.card-slack { --card-font: "Slack-Lato", Lato, appleLogo, "Helvetica Neue", Helvetica, "Segoe UI", Arial, sans-serif; --card-ink: #1d1c1d; --card-faint: #616061; --card-ground: transparent; --card-blank: #f0f0f0; --card-line: #ddd; --card-link: #1264a3; max-width: 520px; }
.card-slack.is-dark { --card-ink: #d1d2d3; --card-faint: #ababad; --card-blank: #2c2d30; --card-line: #424244; --card-link: #1d9bd1; }
.card-slack .card-frame { padding: 2px 0 4px 16px; font-size: 15px; line-height: 22px; }
.card-slack .card-frame::before { content: ""; position: absolute; inset-block: 0; inset-inline-start: 0; width: 4px; border-radius: 8px; background: var(--card-line); }
.card-slack .card-site { color: var(--card-ink); font-weight: 700; }
.card-slack .card-author { color: var(--card-ink); }
.card-slack .card-title { --card-lines: 3; color: var(--card-link); font-weight: 700; }
.card-slack .card-description { --card-lines: 6; color: var(--card-ink); }
.card-slack.is-large .card-picture { max-width: 360px; margin-top: 8px; border-radius: 8px; }
.card-slack.is-small .card-frame { flex-direction: row-reverse; align-items: flex-start; gap: 12px; }
.card-slack.is-small .card-picture { width: 80px; height: 80px; border-radius: 8px; }
.card-slack.is-small .card-text { justify-content: flex-start; }

.card-discord { --card-font: "gg sans", "Noto Sans", "Helvetica Neue", Helvetica, Arial, sans-serif; --card-ink: #2e3338; --card-faint: #4e5058; --card-ground: #f2f3f5; --card-blank: #e3e5e8; --card-stripe: #e3e5e8; --card-link: #006ce7; max-width: 432px; }
.card-discord.is-dark { --card-ink: #dbdee1; --card-faint: #b5bac1; --card-ground: #2b2d31; --card-blank: #383a40; --card-stripe: #1e1f22; --card-link: #00a8fc; }
.card-discord .card-frame { padding: 8px 16px 16px 12px; border-inline-start: 4px solid var(--card-accent, var(--card-stripe)); border-radius: 4px; }
.card-discord .card-site { margin-top: 8px; font-size: 12px; line-height: 16px; color: var(--card-ink); }
.card-discord .card-author { margin-top: 8px; font-size: 14px; line-height: 18px; font-weight: 600; }
.card-discord .card-title { --card-lines: 4; margin-top: 8px; font-size: 16px; line-height: 22px; font-weight: 600; color: var(--card-link); }
.card-discord .card-description { --card-lines: 8; margin-top: 8px; font-size: 14px; line-height: 18px; color: var(--card-ink); }
.card-discord.is-large .card-picture { margin-top: 16px; border-radius: 4px; }
.card-discord.is-small .card-frame { flex-direction: row-reverse; align-items: flex-start; gap: 16px; }
.card-discord.is-small .card-picture { width: 80px; height: 80px; margin-top: 8px; border-radius: 4px; }
.card-discord.is-small .card-text { justify-content: flex-start; }
`;
