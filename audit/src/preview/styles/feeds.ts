/** Facebook, X, LinkedIn, VK, OK. */
export const feedStyles = `
.card-facebook { --card-font: "Segoe UI Historic", "Segoe UI", Helvetica, Arial, sans-serif; --card-ink: #050505; --card-faint: #65676b; --card-ground: #f0f2f5; --card-blank: #dfe1e6; --card-line: #ced0d4; --card-link: #0064d1; }
.card-facebook.is-dark { --card-ink: #e4e6eb; --card-faint: #b0b3b8; --card-ground: #3a3b3c; --card-blank: #4e4f50; --card-line: #3e4042; --card-link: #4599ff; }
.card-facebook .card-frame { border-block: 1px solid var(--card-line); }
.card-facebook .card-text { padding: 12px 16px; gap: 3px; }
.card-facebook .card-domain { font-size: 13px; line-height: 16px; text-transform: uppercase; }
.card-facebook .card-title { font-size: 17px; line-height: 20px; font-weight: 600; }
.card-facebook .card-description { --card-lines: 1; font-size: 15px; line-height: 20px; }
.card-facebook.is-small .card-picture { width: 145px; min-height: 145px; }
.card-facebook.is-small .card-description { --card-lines: 2; }

.card-x { --card-font: TwitterChirp, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; --card-ink: #0f1419; --card-faint: #536471; --card-ground: #fff; --card-blank: #f7f9f9; --card-line: #cfd9de; --card-link: #1d9bf0; }
.card-x.is-dark { --card-ink: #e7e9ea; --card-faint: #71767b; --card-ground: #000; --card-blank: #16181c; --card-line: #2f3336; }
.card-x .card-frame { border: 1px solid var(--card-line); border-radius: 16px; }
.card-x .card-overlay { position: absolute; inset-inline: 12px; bottom: 12px; display: flex; }
.card-x .card-overlay .card-title { --card-lines: 1; max-width: 100%; padding: 0 8px; border-radius: 4px; background: rgb(0 0 0 / 77%); color: #fff; font-size: 13px; line-height: 20px; }
.card-x .card-caption { margin-top: 4px; color: var(--card-faint); font-size: 13px; line-height: 16px; }
.card-x.is-small .card-picture, .card-x.is-text .card-picture { width: 130px; min-height: 130px; border-inline-end: 1px solid var(--card-line); }
.card-x.is-text .card-frame { display: flex; }
.card-x.is-text .card-picture { flex: none; }
.card-x .card-text { flex: 1; padding: 12px; gap: 2px; justify-content: center; font-size: 15px; line-height: 20px; }
.card-x .card-title { --card-lines: 2; }
.card-x .card-domain { font-size: 15px; }

.card-linkedin { --card-font: -apple-system, system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Fira Sans", Ubuntu, sans-serif; --card-ink: rgb(0 0 0 / 90%); --card-faint: rgb(0 0 0 / 60%); --card-ground: #fff; --card-blank: #eef3f8; --card-line: rgb(140 140 140 / 20%); --card-link: #0a66c2; }
.card-linkedin.is-dark { --card-ink: rgb(255 255 255 / 90%); --card-faint: rgb(255 255 255 / 60%); --card-ground: #1b1f23; --card-blank: #38434f; --card-line: rgb(140 140 140 / 30%); --card-link: #71b7fb; }
.card-linkedin .card-frame { border: 1px solid var(--card-line); }
.card-linkedin .card-text { padding: 8px 12px 12px; gap: 4px; }
.card-linkedin .card-title { font-size: 14px; line-height: 20px; font-weight: 600; }
.card-linkedin .card-domain { font-size: 12px; line-height: 16px; }
.card-linkedin.is-small .card-frame { border-radius: 8px; padding: 12px; gap: 12px; align-items: center; }
.card-linkedin.is-small .card-picture { width: 128px; height: 72px; border-radius: 8px; }
.card-linkedin.is-small .card-text { padding: 0; }
.card-linkedin.is-text .card-frame { border-radius: 8px; background: var(--card-blank); }
.card-linkedin.is-text .card-text { padding: 12px; }

.card-vk { --card-font: -apple-system, system-ui, "Helvetica Neue", Roboto, sans-serif; --card-ink: #000; --card-faint: #818c99; --card-ground: #fff; --card-blank: #ebedf0; --card-line: #d7d8d9; --card-link: #2a5885; max-width: 510px; }
.card-vk.is-dark { --card-ink: #e1e3e6; --card-faint: #76787a; --card-ground: #19191a; --card-blank: #2c2d2e; --card-line: #363738; --card-link: #71aaeb; }
.card-vk .card-frame { border: 1px solid var(--card-line); border-radius: 8px; }
.card-vk .card-text { padding: 10px 12px 12px; gap: 2px; }
.card-vk .card-title { font-size: 15px; line-height: 20px; font-weight: 500; }
.card-vk .card-domain { font-size: 13px; line-height: 16px; }
.card-vk.is-small .card-picture { width: 96px; min-height: 96px; }
.card-vk.is-small .card-text { padding: 10px 12px; }

.card-ok { --card-font: "OK Sans Text", Arial, Helvetica, sans-serif; --card-ink: #2e2f33; --card-faint: #83868f; --card-ground: #f5f5f7; --card-blank: #e4e5e9; --card-line: transparent; --card-link: #ee8208; }
.card-ok.is-dark { --card-ink: #e1e3e6; --card-faint: #9a9da3; --card-ground: #2a2c2e; --card-blank: #3a3d40; --card-link: #ff9e3d; }
.card-ok .card-frame { border-radius: 12px; }
.card-ok .card-text { padding: 12px 16px 14px; gap: 4px; }
.card-ok .card-title { font-size: 16px; line-height: 20px; font-weight: 700; }
.card-ok .card-description { --card-lines: 3; font-size: 14px; line-height: 18px; color: var(--card-ink); }
.card-ok .card-domain { font-size: 12px; line-height: 16px; }
.card-ok.is-small .card-picture { width: 120px; min-height: 120px; }
`;
