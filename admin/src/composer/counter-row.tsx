import { useTranslation } from "react-i18next";
import type { Channel } from "#src/api/operations.ts";
import { useLimitWords } from "#src/channels/limit-words.ts";
import { NetworkIcon } from "#src/channels/network-badge.tsx";
import { useNetworks } from "#src/channels/use-networks.ts";
import { useFormat } from "#src/i18n/use-format.ts";
import classes from "./composer.module.css";
import { countAsSent, countFor, isNear, isOver } from "./counters.ts";
import { type Draft, textFor } from "./draft.ts";
import type { Previewed } from "./use-previews.ts";

interface CounterRowProps {
  readonly channels: readonly Channel[];
  readonly draft: Draft;
  readonly previews: Previewed;
}

/** How much room is left on each channel, in the network's own unit. */
export function CounterRow({ channels, draft, previews }: CounterRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { countOf } = useLimitWords();
  const { networkOf } = useNetworks();
  return (
    <ul className={classes.counters} aria-label={t("composer.counters")}>
      {channels.map((channel) => {
        const now = countFor(channel.limits, textFor(draft, channel.id));
        const before = previews.draft && countFor(channel.limits, textFor(previews.draft, channel.id));
        const sent = previews.of(channel.id)?.counters.find(({ ruleId }) => ruleId.endsWith("post.text"));
        const counter = countAsSent(now, before, sent);
        const network = networkOf(channel.networkId);
        if (!counter || !network) return null;
        return (
          <li
            key={channel.id}
            data-over={isOver(counter) || undefined}
            data-near={isNear(counter) || undefined}
          >
            <NetworkIcon network={network} size={14} />
            <span>{format.number(counter.max - counter.used)}</span>
            <span className="visually-hidden">
              {t("composer.counter", {
                handle: channel.handle,
                used: format.number(counter.used),
                max: countOf(counter.max, counter.unit),
              })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
