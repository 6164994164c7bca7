const split = (words: string): readonly string[] => words.trim().split(/\s+/);

/**
 * Words that bind a sentence, English and Russian, folded as `foldWord` does. They are searched for like any other, but
 * never taken for a mistyped word of the site's matter, and no passage is looked up by them alone.
 */
export const bindingWords: ReadonlySet<string> = new Set([
  ...split(`
    a about after again against all also always am an and any anybody anyone anything are aren't as at be because been
    before being below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down
    during each either else ever every few for from further had has have having he her here hers herself him himself
    his how i if in into is isn't it it's its itself just let like many may me might more most much must my myself
    need never no nor not now of off often on once one only onto or other our ours out over own per please quite
    rather really same shall she should shouldn't since so some somebody someone something still such than that that's
    the their theirs them themselves then there these they this those though through to too under until up upon us use
    using very want was wasn't way we well were what what's when where which while who whom whose why will with within
    without won't would wouldn't yes yet you your yours yourself
  `),
  ...split(`
    а без более бы был была были было быть в вам вами вас ваш ваша ваше ваши весь во вот все всего всех всю вы где да
    даже для до его ее если есть еще же за здесь и из или им ими их к как какая какие какой какую ко когда кого кому
    кто куда ли либо лишь меня мне много можно мой моя мы на над надо нам нами нас наш наша наше наши не него нее нет
    неё ни них но ну нужно о об однако он она они оно от откуда очень по под подскажите пожалуйста после потом потому
    почему при про раз разве с сам сама само свой свою себе себя сегодня сейчас сколько со совсем так также такая такие
    такой там те тебе тебя тем тогда того тоже той только том тот ту тут ты у уж уже хотя хочу чего чей чем через что
    чтобы чуть чья эта эти это этого этой этом этот эту я
  `),
]);
