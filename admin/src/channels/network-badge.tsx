import { Avatar } from "@mantine/core";
import classes from "./channels.module.css";

interface Drawn {
  readonly name: string;
  readonly color: string;
  readonly iconPath: string;
}

/** A network's sign, drawn from its own data. */
export function NetworkIcon({ network, size = 16 }: { readonly network: Drawn; readonly size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      role="img"
      aria-label={network.name}
      className={classes.icon}
    >
      <path d={network.iconPath} fill={network.color} />
    </svg>
  );
}

interface ChannelAvatarProps {
  readonly channel: {
    readonly displayName: string;
    readonly handle: string;
    readonly avatarUrl: string | null;
  };
  readonly network: Drawn | undefined;
  readonly size?: number;
}

/** The account's picture with its network's sign in the corner. */
export function ChannelAvatar({ channel, network, size = 40 }: ChannelAvatarProps) {
  return (
    <span className={classes.avatar}>
      <Avatar
        src={channel.avatarUrl}
        name={channel.displayName || channel.handle}
        alt=""
        size={size}
        radius="xl"
        color="copper"
      />
      {network && (
        <span className={classes.corner}>
          <NetworkIcon network={network} size={Math.round(size * 0.36)} />
        </span>
      )}
    </span>
  );
}
