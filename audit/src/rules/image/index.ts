import type { Rule } from "../rule.ts";
import { imageAddressRule } from "./address.ts";
import { imageFormatRule } from "./format.ts";
import { imagePinterestRule } from "./pinterest.ts";
import { imageShapeRule } from "./shape.ts";
import { imageSizeRule } from "./size.ts";
import { imageVersionRule } from "./version.ts";
import { imageWeightRule } from "./weight.ts";

/** LP50–LP56: the picture on the card. */
export const imageRules: readonly Rule[] = [
  imageAddressRule,
  imageSizeRule,
  imageShapeRule,
  imageWeightRule,
  imageFormatRule,
  imageVersionRule,
  imagePinterestRule,
];
