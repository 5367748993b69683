package dev.understudy.ui.kit;

import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;

/// The people who are somewhere, overlapping, and how many they are. Unchanged people cause no traffic.
public final class AvatarRow extends Span {

    /// So many are drawn; the rest is a number.
    public static final int SHOWN = 4;

    private final String word;
    private List<Person> shown = List.of();
    private int counted;

    /// @param word what follows the number, "here" for "3 here"; empty for the number alone
    public AvatarRow(String word) {
        this.word = word;
        addClassName("people");
        setVisible(false);
    }

    public void show(List<Person> people) {
        show(people, people.size());
    }

    /// Draws these, and says another number than how many they are; with the number 0 nothing is shown.
    public void show(List<Person> people, int number) {
        if (people.equals(shown) && number == counted) {
            return;
        }
        shown = List.copyOf(people);
        counted = number;
        removeAll();
        people.stream().limit(SHOWN).map(Avatar::new).forEach(this::add);
        if (people.size() > SHOWN) {
            Span more = new Span("+" + (people.size() - SHOWN));
            more.addClassNames("person", "more");
            add(more);
        }
        Span count = new Span((number + " " + word).strip());
        count.addClassName("count");
        add(count);
        String names = people.stream().map(Person::name).collect(Collectors.joining(", "));
        setTitle(names);
        getElement().setAttribute("aria-label", names);
        setVisible(number > 0);
    }
}
