import {
  Button,
  Group,
  Modal,
  PasswordInput,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
  UnstyledButton,
} from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Channel, Network } from "#src/api/operations.ts";
import { faultsByField } from "#src/api/problem.ts";
import { useAct } from "#src/api/use-ask.ts";
import { Asked } from "#src/shell/asked.tsx";
import { ProblemNote } from "#src/shell/problem-note.tsx";
import classes from "./channels.module.css";
import { NetworkIcon } from "./network-badge.tsx";
import { useNetworks } from "./use-networks.ts";

interface ConnectDialogProps {
  /** The channel to connect again; without it one chooses a network first. */
  readonly again: Channel | undefined;
  readonly onClose: () => void;
}

export function ConnectDialog({ again, onClose }: ConnectDialogProps) {
  const { t } = useTranslation();
  const { networks } = useNetworks();
  const [chosen, setChosen] = useState(again?.networkId);
  const network = networks.data?.items.find(({ id }) => id === chosen);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={network ? t("channels.connectTo", { network: network.name }) : t("channels.choose")}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      {network ? (
        <ConnectForm
          network={network}
          again={again}
          onClose={onClose}
          onBack={again ? undefined : () => setChosen(undefined)}
        />
      ) : (
        <Asked query={networks}>{({ items }) => <NetworkList networks={items} onChoose={setChosen} />}</Asked>
      )}
    </Modal>
  );
}

function NetworkList({
  networks,
  onChoose,
}: {
  readonly networks: readonly Network[];
  readonly onChoose: (id: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      {networks.map((network) => (
        <UnstyledButton key={network.id} className={classes.network} onClick={() => onChoose(network.id)}>
          <NetworkIcon network={network} size={28} />
          <span style={{ flex: 1 }}>
            <Text fw={600} component="span" display="block">
              {network.name}
            </Text>
            <Text size="sm" c="dimmed" component="span" display="block">
              {t(`networkKinds.${network.kind}`)}
            </Text>
          </span>
          <IconChevronRight size={18} aria-hidden />
        </UnstyledButton>
      ))}
    </Stack>
  );
}

interface ConnectFormProps {
  readonly network: Network;
  readonly again: Channel | undefined;
  readonly onClose: () => void;
  readonly onBack: (() => void) | undefined;
}

/** The form is the network's own data: fields, labels and hints. */
function ConnectForm({ network, again, onClose, onBack }: ConnectFormProps) {
  const { t } = useTranslation();
  const [methodId, setMethodId] = useState(network.connect[0]?.id ?? "");
  const [values, setValues] = useState<Record<string, string>>(() => known(again));
  const method = network.connect.find(({ id }) => id === methodId) ?? network.connect[0];
  const start = useAct("startConnection", {
    stales: ["listChannels"],
    done: ({ authorizeUrl, channel }) => {
      if (authorizeUrl !== null) return window.location.assign(authorizeUrl);
      onClose();
      if (channel) notifications.show({ message: t("channels.connectedAs", { handle: channel.handle }) });
    },
  });
  if (!method) return null;
  const submit = () =>
    start.mutate({
      networkId: network.id,
      methodId: method.id,
      values: Object.fromEntries(
        method.fields.flatMap(({ key }) => (values[key] ? [[key, values[key]]] : [])),
      ),
      ...(again ? { channelId: again.id } : {}),
    });
  const faults = faultsByField(start.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        {network.connect.length > 1 && (
          <SegmentedControl
            aria-label={t("channels.way")}
            value={method.id}
            onChange={setMethodId}
            data={network.connect.map(({ id, kind, fields }) => ({
              value: id,
              label: kind === "oauth" ? t("channels.ways.oauth") : wayOf(fields, t("channels.ways.form")),
            }))}
          />
        )}
        {method.fields.map((field) => (
          <Field
            key={field.key}
            field={field}
            value={values[field.key] ?? ""}
            fault={faults[`values.${field.key}`]}
            onChange={(value) => setValues({ ...values, [field.key]: value })}
          />
        ))}
        {method.kind === "oauth" && (
          <Text size="sm" c="dimmed">
            {t("channels.oauthHint", { network: network.name })}
          </Text>
        )}
        <ProblemNote failure={start.error} />
        <Group justify="space-between">
          {onBack ? (
            <Button variant="default" onClick={onBack}>
              {t("action.back")}
            </Button>
          ) : (
            <span />
          )}
          <Button type="submit" loading={start.isPending}>
            {method.kind === "oauth" ? t("channels.goSignIn") : t("channels.connect")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type ConnectField = Network["connect"][number]["fields"][number];

function Field({
  field,
  value,
  fault,
  onChange,
}: {
  readonly field: ConnectField;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  const speak = useWords();
  const props = {
    label: field.optional ? t("form.optional", { label: speak(field.label) }) : speak(field.label),
    description: field.hint && speak(field.hint),
    placeholder: field.placeholder ?? "",
    required: !field.optional,
    error: fault,
    value,
    autoComplete: "off",
    autoCapitalize: "none",
    spellCheck: false,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange(event.currentTarget.value),
  };
  return field.secret ? (
    <PasswordInput {...props} visibilityToggleButtonProps={{ "aria-label": t("form.showPassword") }} />
  ) : (
    <TextInput {...props} />
  );
}

/** Data that comes in both languages, in the page's. */
export function useWords(): (words: { readonly en: string; readonly ru: string }) => string {
  const { i18n } = useTranslation();
  return (words) => (i18n.language === "ru" ? words.ru : words.en);
}

const wayOf = (fields: readonly ConnectField[], fallback: string) => {
  const secret = fields.find(({ secret: isSecret }) => isSecret);
  return secret ? <WayName label={secret.label} /> : fallback;
};

function WayName({ label }: { readonly label: ConnectField["label"] }) {
  return <>{useWords()(label)}</>;
}

/** What the channel tells of itself already, so that nobody types it twice. */
const known = (channel: Channel | undefined): Record<string, string> =>
  channel ? { handle: channel.handle.replace(/^@/, ""), server: channel.server } : {};
