import type { WordList } from './holdsPageData.ts';

/**
 * Common given names and family names, from general knowledge: a last net for ids and classes that hold a
 * person's name the page never shows. The first net is the page's own text, see suggestSelectors.
 * Every line begins with a space, see `hasWord`.
 */
export const personNames: WordList = {
  words: `
 aaron abdul abigail adam adrian agnes ahmed aisha akira alan albert alejandro alessandro alex alexander alexandra
 alexis alfred ali alice alina alison amanda amber amelia amina amir amy ana anastasia andre andrea andreas andrew
 andrzej angela angelina anita anja anna anne annette antoine anton antonio anya april aria arjun arnold arthur ashley
 astrid audrey austin ava barbara beatrice ben benjamin bernard beth betty beverly bill bjorn bob bonnie boris brad
 bradley brandon brenda brian bridget bruce bruno bryan caleb camila camille carl carla carlos carmen carol caroline
 catherine cecilia celine charles charlie charlotte chen chiara chloe chris christian christina christine christoph
 christopher cindy claire clara claude claudia clement colin connor craig cristina cynthia daisy dan daniel daniela
 danielle darren dave david dean deborah denis dennis derek diana diane diego dieter dimitri dirk dmitri dominic
 dominik donald donna dorothy douglas duncan dylan edgar edith eduardo edward edwin eileen elaine elena eleanor eli
 elias elijah elisa elisabeth elizabeth ella ellen eloise elsa emil emilia emilie emily emma emmanuel enrique eric
 erica erik erika ernest esther ethan eugene eva evan evelyn fabian fatima felicia felix fernando finn fiona florence
 florian frances francesca francesco francis francisco francois frank franz fred freddie frederic frederik frieda
 friedrich gabriel gabriela gareth gary gemma george georg georgia gerald gerard gerhard gina giorgio giovanni giulia
 giuseppe gloria gordon grace graham greg gregory greta guillaume gustav guy hannah hans harold harriet harry hassan
 heather heidi heinz helen helena helga henri henrik henry herbert hermann hiroshi holly howard hugh hugo ian ibrahim
 ida ines ingrid irene irina iris isaac isabel isabella isabelle ivan ivana jack jackson jacob jacques jade jake
 jakob james jamie jan jana jane janet janice jasmine jason javier jay jean jeff jeffrey jennifer jenny jeremy jerome
 jerry jesse jessica jill jim joan joanna joao joe joel johan johanna johannes john jon jonas jonathan jordan jorge
 jose josef joseph joshua joyce juan judith judy julia julian juliana julie juliet julien jun jurgen justin kai karen
 karin karl kate katharina katherine kathleen kathryn katie katja kayla keiko keith kelly ken kenji kenneth kerry
 kevin khalid kim kimberly klaus kristen kristina kurt kyle lara larry lars laura lauren laurent lea leah lena leo leon
 leonard leonardo leonie leslie liam lidia lilian lily lina linda lindsay lisa logan lorenzo lori louis louise luca
 lucas lucia lucie lucy luis luisa luke luna lydia lynn madison magdalena manuel marc marcel marco marcus margaret maria
 mariam marie marina mario marion mark markus marta martha martin martina mary mateo mathias matteo matthew matthias
 maurice max maya megan mehmet mei melanie melissa mia michael michaela michel michelle miguel mike mila mina miriam
 mohamed mohammed moritz muhammad nadia nadine naomi natalia natalie natasha nathan neil nicholas nick nicola nicolas
 nicole niels nigel nikolai nina noah noel nora norman olaf oleg olga oliver olivia omar oscar otto owen pablo pamela
 paola paolo patricia patrick paul paula pauline pavel pedro peggy penelope peter petra phil philip philipp philippe
 phoebe pierre pietro priya rachel rafael rahul ralph ramon raphael raquel raul ravi raymond rebecca regina reinhard
 rene renata ricardo riccardo richard rita rob robert roberta roberto robin rodrigo roger roland roman ron ronald rosa
 rosalind rosario rose rosemary ross roxanne roy ruben rudolf russell ruth ryan sabine sabrina sally sam samantha
 samuel sandra sanjay sara sarah scott sean sebastian serena sergei sergio seth shannon sharon shaun sheila shirley
 silvia simon simone sofia sonia sophia sophie stefan stefanie stella stephan stephanie stephen steve steven stuart
 sue susan susanne suzanne svetlana sven sylvia takashi tamara tania tanya tara tatiana ted terence teresa terry theo
 theodore theresa thomas tiffany tim timothy tina tobias todd tom tomas tommy tony tracy trevor tristan ulrich ulrike
 ursula uwe valentina valeria vanessa vera veronica veronika victor victoria vincent viktor viola virginia vivian
 vladimir walter wanda wayne wei wendy werner wilhelm will william wolfgang xavier yasmin yuki yusuf yvonne zachary
 zoe
 abbott adams ahmad allen alvarez anderson andersson armstrong bailey baker barnes becker bennett bernardi bianchi
 brown bauer butler campbell carter castillo chan chavez clark clarke collins cook cooper cox cruz davies davis diaz
 doe dubois dupont durand edwards evans fernandez ferrari fischer fisher flores foster garcia gomez gonzalez gray green
 griffin gupta gutierrez hall hansen harris harrison hernandez hill hoffmann howell hughes ivanov jackson jansen jenkins
 jensen jimenez johansson johnson jones kaur khan kim king klein koch kowalski kumar larsen lee lewis li liu long lopez
 martinez mendoza meyer miller mitchell moore morales moreau morgan morris muller murphy murray mustermann myers nelson
 nguyen nielsen novak okafor olsen ortiz parker patel perez peterson petrov phillips powell price ramirez ramos reed
 reyes richards richardson richter rivera roberts robinson rodriguez rogers romano rossi ruiz russo sanchez sanders
 schmidt schneider schulz schwarz sharma silva singh smith sokolov stewart sullivan suzuki svensson tanaka taylor
 thompson torres turner walker wang ward watanabe watson weber white williams wilson wolf wong wood wright yamamoto
 yang young zhang zimmermann
`,
};

/** Words of postal addresses. Next to a word nobody knows they make an address: `baker-street`. */
export const addressWords: WordList = {
  words: `
 allee alley apartment apt avenida avenue boulevard calle chemin court crescent drive flat gasse highway lane
 parkway platz plaza plein road rue square straat strada strasse street suite terrace ulica via viale way weg
`,
};
