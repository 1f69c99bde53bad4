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
            text.Add("page 1", "some");
            text.Refuse(status, new("why", "pourquoi"));

            text.ToPart().Status.Should().Be(PartStatus.Partial);
        }
    }

    [Fact]
    public void A_cause_that_a_policy_may_allow_does_not_cover_a_second_fault()
    {
        var text = new AttachmentText("a", 100);
        text.Miss(new("images", "des images"), UnreadCause.NoOcr);
        text.ToPart().Cause.Should().Be(UnreadCause.NoOcr);

        text.Miss(new("a font", "une police"));

        text.ToPart().Cause.Should().Be(UnreadCause.None);
        text.ToPart().Detail.Should().Be(new LocalizedText("images; a font", "des images ; une police"));
    }

    [Fact]
    public void A_place_begins_where_its_text_begins()
    {
        var text = new AttachmentText("a", 100);
        text.Add("page 1", "one");
        text.Add("page 2", " \n");
        text.Add("page 3", "three");
        text.Add("page 3", "more");

        var part = text.ToPart();

        part.Text.Should().Be("one\nthree\nmore\n");
        part.Places.Should().Equal(new PartPlace(0, "page 1"), new PartPlace(4, "page 3"));
    }

    [Fact]
    public void Nothing_is_added_once_the_limit_is_reached()
    {
        var text = new AttachmentText("a", 3);
        text.Add("page 1", "abcdef");
        text.Add("page 2", "ghi");

        text.IsFull.Should().BeTrue();
        text.ToPart().Text.Should().Be("abc");
        text.ToPart().Places.Should().ContainSingle();
    }
}
