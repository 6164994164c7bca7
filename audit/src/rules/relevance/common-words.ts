const split = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that bind a sentence and tell nothing of its matter. */
export const bindingWords = split(`
a an the and or but nor so yet if then than that this these those there here it its he she they them his her their our
your my we you i me us him who whom whose which what when where why how is are was were be been being am do does did
done has have had having will would shall should can could may might must not no yes of in on at by for from to with
without about into over under after before between through during against as up down out off only just also too very
more most some any all each every both few own same other another such again once ever never now one s t re ve ll d m
dont doesnt isnt arent wont cant
и а но или да не ни же ли бы б то что чтобы как так этот эта это эти тот та те того тому этого этой этом этих тех он
она оно они его её ее их им ему ей ним ней них мы вы я ты нас вас нам вам меня мне тебя тебе себя себе свой своя своё
свое свои своего своей своих наш наша наше наши ваш ваша ваше ваши мой моя моё мое мои кто чей чья чьи который которая
которое которые которого которой которых где когда куда откуда почему зачем сколько в во на с со к ко о об обо от из у
по за над под при про для до без через между перед после около вокруг если то есть был была было были быть будет будут
есть нет уже ещё еще только лишь даже очень более менее самый самая самое самые весь вся всё все всех всем всего каждый
каждая каждое любой любая другой другая другие такой такая такое такие тоже также там тут здесь сейчас теперь потом
можно нужно надо может могут
`);

/** Words that stand in any headline or any story: found in the text, they prove little. */
export const everydayWords = split(`
say says said tell told report reports reported reportedly claim claims claimed new news old first last year years day
days week month time people man men woman women world country state city company make makes made get gets got go goes
going take takes took give gives come comes came see seen look find found show shows call called use used want need
know think like good bad best better big small great high long back way thing things life home work part place video
photo photos story stories source sources watch read top right left really still off set two three four five million
billion per cent today yesterday tomorrow officials official according update breaking guide tips ways reasons review
сказал сказала сказали говорит говорят заявил заявила заявили сообщил сообщила сообщили сообщает рассказал рассказала
рассказали стал стала стало стали станет новый новая новое новые новости первый первая первые последний год года лет
году день дня дней неделя месяц время человек человека люди людей мир мире страна стране город городе компания компании
дело дела место жизнь дом работа работать часть делать сделать знать хотеть видеть найти нашли показать показали почему
лучший лучшие хороший большой большая большие маленький много мало два две три четыре пять тысяч миллион миллионов
миллиард процентов сегодня вчера завтра видео фото фотографии история совет советы способ способы причина причины
вещь вещи обзор
`);
