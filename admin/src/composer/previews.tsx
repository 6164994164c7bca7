import { Skeleton, Text, Title } from "@mantine/core";
import { IconAlertCircle, IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Channel, Network, Preview } from "#src/api/operations.ts";
import { ChannelAvatar } from "#src/channels/network-badge.tsx";
import { useNetworks } from "#src/channels/use-networks.ts";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import classes from "./composer.module.css";
import { type Draft, textFor } from "./draft.ts";
import { useFindingWords } from "./finding-words.ts";
import { MessagePreview } from "./message-preview.tsx";
import type { Previewed } from "./use-previews.ts";

interface PreviewsProps {
  readonly draft: Draft;
  readonly previews: Previewed;
}

/** How it will look on each channel, and what stands in its way. */
export function Previews({ draft, previews }: PreviewsProps) {
  const { t } = useTranslation();
  const { channels, networkOf } = useNetworks();
  const chosen = channels.data?.items.filter(({ id }) => draft.channelIds.includes(id)) ?? [];
  return (
    <div className={classes.previews}>
      <Title order={2}>{t("composer.previews")}</Title>
      {chosen.length === 0 && <Text c="dimmed">{t("composer.noPreview")}</Text>}
      <ProblemNote failure={previews.failure} />
      {chosen.map((channel) => (
        <ChannelPreview
          key={channel.id}
          channel={channel}
          network={networkOf(channel.networkId)}
          draft={draft}
          preview={previews.of(channel.id)}
        />
      ))}
    </div>
  );
}

interface ChannelPreviewProps {
  readonly channel: Channel;
  readonly network: Network | undefined;
  readonly draft: Draft;
  readonly preview: Preview | undefined;
}

function ChannelPreview({ channel, network, draft, preview }: ChannelPreviewProps) {
  const { t } = useTranslation();
  if (!network) return <Skeleton height={140} />;
  const author = { name: channel.displayName || channel.handle, handle: channel.handle };
  return (
    <article
      className={classes.preview}
      style={{ borderBlockStartColor: network.color }}
      aria-label={t("composer.previewOn", { network: network.name, handle: channel.handle })}
    >
      <MessagePreview
        {...author}
        avatar={<ChannelAvatar channel={channel} network={network} />}
        text={preview?.text ?? textFor(draft, channel.id)}
        pictures={draft.pictures}
        card={preview?.card ?? null}
      />
      {preview?.thread.map((segment, index) => (
        <MessagePreview
          key={index}
          {...author}
          avatar={<ChannelAvatar channel={channel} network={undefined} size={28} />}
          text={segment}
          pictures={[]}
          card={null}
        />
      ))}
      {preview && <Against preview={preview} />}
    </article>
  );
}

/** What the network says against the message, and what against the page. */
function Against({ preview }: { readonly preview: Preview }) {
  return (
    <>
      {preview.findings.length > 0 && <Findings findings={preview.findings} />}
      {preview.landing.length > 0 && <LandingFindings findings={preview.landing} />}
    </>
  );
}

/** What the page lacks that the post leads to: an error is met again at the gate, where it can be overridden. */
function LandingFindings({ findings }: { readonly findings: Preview["landing"] }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language.startsWith("ru") ? "ru" : "en";
  return (
    <ul className={classes.findings} aria-label={t("composer.landing")}>
      {findings.map(({ severity, what, remedy }, index) => (
        <li key={index}>
          <FindingIcon severity={severity} />
          <div>
            <p>{what[language]}</p>
            <p className="dimmed">{remedy[language]}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function FindingIcon({ severity }: { readonly severity: "error" | "warning" }) {
  const { t } = useTranslation();
  return severity === "error" ? (
    <IconAlertCircle size={18} color="light-dark(#c0392b, #f08074)" aria-label={t("composer.error")} />
  ) : (
    <IconAlertTriangle size={18} color="light-dark(#b7791f, #f0b64b)" aria-label={t("composer.warning")} />
  );
}

function Findings({ findings }: { readonly findings: Preview["findings"] }) {
  const { t } = useTranslation();
  const wordsOf = useFindingWords();
  return (
    <ul className={classes.findings} aria-label={t("composer.findings")}>
      {findings.map((finding, index) => {
        const { message, remedy } = wordsOf(finding);
        return (
          <li key={index}>
            <FindingIcon severity={finding.severity} />
            <div>
              <p>{message}</p>
              <p className="dimmed">{remedy}</p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
