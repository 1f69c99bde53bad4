namespace Dlp.Documents.Tests;

public class AttachmentTextTests
{
    [Fact]
    public void A_failure_after_some_text_leaves_the_part_partial()
    {
        using var scope = new AssertionScope();
        foreach (var status in new[] { PartStatus.Unreadable, PartStatus.Encrypted, PartStatus.Unsupported })
        {
            var text = new AttachmentText("a", 100);
            text.Add(Place.Page(1), "some");
            text.Refuse(status, new("why", "pourquoi"));

            text.State().Status.Should().Be(PartStatus.Partial);
        }
    }

    [Fact]
    public void A_cause_that_a_policy_may_allow_does_not_cover_a_second_fault()
    {
        var text = new AttachmentText("a", 100);
        text.Miss(new("images", "des images"), UnreadCause.NoOcr);
        text.State().Cause.Should().Be(UnreadCause.NoOcr);

        text.Miss(new("a font", "une police"));

        text.State().Cause.Should().Be(UnreadCause.None);
        text.State().Detail.Should().Be(new LocalizedText("images; a font", "des images ; une police"));
    }

    [Fact]
    public void A_place_begins_where_its_text_begins()
    {
        var text = new AttachmentText("a", 100);
        text.Add(Place.Page(1), "one");
        text.Add(Place.Page(2), " \n");
        text.Add(Place.Page(3), "three");
        text.Add(Place.Page(3), "more");

        var (read, places) = text.Drain();

        read.ToString().Should().Be("one\nthree\nmore\n");
        places.Should().Equal(new PartPlace(0, Place.Page(1).Name), new PartPlace(4, Place.Page(3).Name));
    }

    [Fact]
    public void A_place_counts_from_the_beginning_of_the_part_whatever_was_drained()
    {
        var text = new AttachmentText("a", 100);
        var sheet = Place.Sheet("Q3");
        text.AddRow([(sheet.At("A1"), "one"), (sheet.At("B1"), "two")]);
        text.Drain();
        text.AddRow([(sheet.At("B1"), "two"), (sheet.At("C1"), "three")]);

        var (read, places) = text.Drain();

        read.ToString().Should().Be("two\tthree\n");
        places.Should().Equal(new PartPlace(12, sheet.Area, "C1"));
    }

    [Fact]
    public void Text_is_to_be_drained_before_there_is_much_of_it()
    {
        var pieces = new List<string>();
        var text = new AttachmentText("a", 1_000_000) { Grown = part => pieces.Add(part.Drain().Text.ToString()) };
        var whole = string.Concat(Enumerable.Repeat("a🦊", 100_000));

        text.Add(whole);

        pieces.Should().OnlyContain(piece => piece.Length <= ReadingEvents.Piece + 1 && !char.IsHighSurrogate(piece.Last()));
        (string.Concat(pieces) + text.Drain().Text).Should().Be(whole);
    }

    [Fact]
    public void Nothing_is_added_once_the_limit_is_reached()
    {
        var text = new AttachmentText("a", 3);
        text.Add(Place.Page(1), "abcdef");
        text.Add(Place.Page(2), "ghi");

        text.IsFull.Should().BeTrue();
        var (read, places) = text.Drain();
        read.ToString().Should().Be("abc");
        places.Should().ContainSingle();
    }
}
