import { ActionIcon, Button, Group, Text, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "#src/shell/page.tsx";
import { type ListDraft, moved } from "./list-draft.ts";
import classes from "./lists.module.css";

type Pin = ListDraft["pins"][number];

interface PinsProps {
  readonly pins: readonly Pin[];
  readonly onChange: (pins: Pin[]) => void;
}

/** What always stands first: dragged into its order, or moved by buttons. */
export function Pins({ pins, onChange }: PinsProps) {
  const { t } = useTranslation();
  const [dragged, setDragged] = useState<number>();
  const [over, setOver] = useState<number>();
  const [said, setSaid] = useState("");
  const move = (from: number, to: number) => {
    const path = pins[from]?.path;
    if (path === undefined || to < 0 || to >= pins.length) return;
    onChange(moved(pins, from, to));
    setSaid(t("lists.moved", { path, place: to + 1 }));
  };
  const drop = (to: number) => {
    if (dragged !== undefined) move(dragged, to);
    setDragged(undefined);
    setOver(undefined);
  };
  return (
    <Section title={t("lists.pins")} lead={t("lists.pinsLead")}>
      {pins.length === 0 && <Text c="dimmed">{t("lists.noPins")}</Text>}
      <ol className={classes.pins}>
        {pins.map(({ path }, index) => (
          <li
            key={path}
            draggable
            data-over={over === index || undefined}
            onDragStart={() => setDragged(index)}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(index);
            }}
            onDragEnd={() => setOver(undefined)}
            onDrop={() => drop(index)}
          >
            <span>{path}</span>
            <ActionIcon
              variant="subtle"
              disabled={index === 0}
              aria-label={t("lists.moveUp", { path })}
              onClick={() => move(index, index - 1)}
            >
              <IconArrowUp size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              disabled={index === pins.length - 1}
              aria-label={t("lists.moveDown", { path })}
              onClick={() => move(index, index + 1)}
            >
              <IconArrowDown size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              aria-label={t("lists.unpin", { path })}
              onClick={() => onChange(pins.toSpliced(index, 1))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ol>
      <NewPin
        onAdd={(path) => onChange([...pins.filter((pin) => pin.path !== path), { path, until: null }])}
      />
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </Section>
  );
}

function NewPin({ onAdd }: { readonly onAdd: (path: string) => void }) {
  const { t } = useTranslation();
  const [path, setPath] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(path.trim());
        setPath("");
      }}
    >
      <Group align="flex-end">
        <TextInput
          label={t("lists.path")}
          placeholder="/tea"
          pattern="/.*"
          required
          value={path}
          onChange={(event) => setPath(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t("lists.addPin")}
        </Button>
      </Group>
    </form>
  );
}
