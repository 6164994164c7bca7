import { Link } from "@tanstack/react-router";
import classes from "./shell.module.css";

/** The product's name is a name: it is the same in every language. */
const productName = "Samovar";

export function Wordmark() {
  return (
    <Link to="/" className={classes.wordmark}>
      <img src="/admin/samovar.svg" alt="" width={28} height={28} />
      {productName}
    </Link>
  );
}
