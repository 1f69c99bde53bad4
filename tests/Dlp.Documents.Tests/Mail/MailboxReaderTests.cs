using System.Text;

namespace Dlp.Documents.Tests.Mail;

public class MailboxReaderTests
{
    private const string Mailbox =
        "From lea@orvalis.example Mon Mar  2 10:00:00 2026\nFrom: lea@orvalis.example\nSubject: premier\n\nFrom the start, TK111111\n>From escaped\n\n"
        + "From jean@orvalis.example Tue Mar  3 10:00:00 2026\nFrom: jean@orvalis.example\nSubject: second\nContent-Transfer-Encoding: base64\n\nVEsyMjIyMjI=\n";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Each_message_is_a_part(string newLine)
    {
        var parts = await Parts.ReadAsync("boite", Encoding.UTF8.GetBytes(Mailbox.Replace("\n", newLine, StringComparison.Ordinal)));

        parts.Should().HaveCount(3).And.OnlyContain(part => part.Status == PartStatus.Scanned);
        parts.Named("boite › message 1.eml").LocationOf("TK111111").Should().Be("body");
        parts.Named("boite › message 1.eml").Text.Should().NotContain("second");
        parts.Named("boite › message 2.eml").Text.Should().Contain("TK222222");
    }

    [Fact]
    public async Task More_messages_than_the_limit_are_not_read_and_the_mailbox_says_so()
    {
        var parts = await Parts.ReadAsync("boite", Encoding.UTF8.GetBytes(Mailbox), new AttachmentOptions { MaxEntries = 1 });

        parts.Should().HaveCount(2);
        parts[0].Status.Should().Be(PartStatus.TooLarge);
    }

    [Fact]
    public async Task A_letter_that_begins_with_From_is_none() =>
        (await Parts.ReadAsync("a.txt", "From Paris with love\nTK111111"u8.ToArray())).Should().ContainSingle().Which.Text.Should().StartWith("From Paris");
}
