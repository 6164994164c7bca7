import { Switch, Text, Textarea, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Channel } from "#src/api/operations.ts";
import { ChannelAvatar } from "#src/channels/network-badge.tsx";
import { useNetworks } from "#src/channels/use-networks.ts";
import classes from "./composer.module.css";
import { CounterRow } from "./counter-row.tsx";
import { changeVariant, type Draft, variantOf } from "./draft.ts";
import { OptionsForm } from "./options-form.tsx";
import type { Previewed } from "./use-previews.ts";

interface VariantsProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly previews: Previewed;
}

/** What is different on one channel: words of its own, and the network's own choices. */
export function Variants(props: VariantsProps) {
  const { t } = useTranslation();
  const { channels } = useNetworks();
  const chosen = channels.data?.items.filter(({ id }) => props.draft.channelIds.includes(id)) ?? [];
  if (chosen.length === 0) return null;
  return (
    <div>
      <Title order={2} mb={4}>
        {t("composer.variants")}
      </Title>
      {chosen.map((channel) => (
        <Variant key={channel.id} channel={channel} {...props} />
      ))}
    </div>
  );
}

function Variant({ channel, draft, onChange, previews }: VariantsProps & { readonly channel: Channel }) {
  const { t } = useTranslation();
  const { networkOf } = useNetworks();
  const network = networkOf(channel.networkId);
  const variant = variantOf(draft, channel.id);
  const set = (change: Partial<typeof variant>) => onChange(changeVariant(draft, channel.id, change));
  const isOwn = variant.text !== null;
  const touched = Object.keys(variant.options).length;
  return (
    <details className={classes.variant}>
      <summary>
        <ChannelAvatar channel={channel} network={network} size={26} />
        <span>{channel.handle}</span>
        <Text size="sm" c="dimmed" component="span">
          {[isOwn ? t("composer.ownText") : "", touched > 0 ? t("composer.choices", { count: touched }) : ""]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      </summary>
      <div className={classes.variantBody}>
        <Switch
          label={t("composer.useOwnText")}
          checked={isOwn}
          onChange={(event) => set({ text: event.currentTarget.checked ? draft.text : null })}
        />
        {variant.text !== null && (
          <div>
            <Textarea
              label={t("composer.textFor", { handle: channel.handle })}
              autosize
              minRows={4}
              value={variant.text}
              onChange={(event) => set({ text: event.currentTarget.value })}
            />
            <CounterRow channels={[channel]} draft={draft} previews={previews} />
          </div>
        )}
        {network && (
          <OptionsForm
            schema={network.options}
            value={variant.options}
            onChange={(options) => set({ options })}
          />
        )}
      </div>
    </details>
  );
}
