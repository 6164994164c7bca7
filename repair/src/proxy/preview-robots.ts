/**
 * The robots that fetch a page for a link's card, by their user agents: those of the networks that the audit knows
 * (a test holds the two together), and of others with the same habit (monperrus/crawler-user-agents). Search engines
 * are none of them: they get the page itself.
 */
const previewRobot =
  /facebookexternalhit|facebookcatalog|meta-external(agent|fetcher)|twitterbot|linkedinbot|vkshare|odklbot|telegrambot|^whatsapp\/|^viber\b|pinterestbot\/|^pinterest\/|slackbot|slack-imgproxy|discordbot|mastodon\/|bluesky cardyb|redditbot|summalybot|pleroma|akkoma|misskey\/|lemmy\/|friendica|embedly|iframely|skypeuripreview|discourse forum onebox|snapchat|matrix-media-repo|synapse\b|nextcloud.*preview|zulipurlpreview|mattermost-bot/i;

/** Whether this user agent fetches for a card. */
export const isPreviewRobot = (userAgent: string | undefined): boolean => previewRobot.test(userAgent ?? "");
