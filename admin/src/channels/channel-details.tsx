import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Channel } from "#src/api/operations.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import shell from "#src/shell/shell.module.css";
import { useLimitWords } from "./limit-words.ts";

/** What this very server takes, and what keeps a post from going out twice. Open on demand. */
export function ChannelDetails({ channel }: { readonly channel: Channel }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { nameOf, valueOf } = useLimitWords();
  return (
    <details>
      <Text component="summary" size="sm" c="dimmed" style={{ cursor: "pointer" }}>
        {t("channels.details")}
      </Text>
      <dl className={shell.pairs} style={{ maxWidth: 560 }}>
        <dt>{t("channels.server")}</dt>
        <dd>{channel.server}</dd>
        <dt>{t("channels.since")}</dt>
        <dd>{format.dateTime(channel.connectedAt)}</dd>
        <dt>{t("channels.expires")}</dt>
        <dd>{channel.expiresAt ? format.dateTime(channel.expiresAt) : t("channels.neverExpires")}</dd>
        {channel.limits.map((limit) => (
          <div key={limit.id}>
            <dt>{nameOf(limit)}</dt>
            <dd>{valueOf(limit)}</dd>
          </div>
        ))}
      </dl>
      <Text size="sm" mt="sm" maw="62ch">
        <strong>{t(`protocol.${channel.protocol}.name`)}</strong> {t(`protocol.${channel.protocol}.means`)}
      </Text>
    </details>
  );
}
