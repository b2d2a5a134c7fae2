using UnionBot.Chat.Templates;
using UnionBot.Services.LegalAid;
using UnionBot.Tests.Chat;

namespace UnionBot.Tests.Services.LegalAid;

/// <summary>What is sent by itself lies open on a locked phone: it says nothing of lawyers, of what it is about, or of an employer.</summary>
public sealed class NoticeWordsTests
{
    /// <summary>What these namespaces say answers the person or the lawyer; all others' replies, and the answer to a long story, are sent by themselves.</summary>
    private static readonly string[] Answers =
        [typeof(UnionBot.Services.LegalAid.Talking.AskStory).Namespace!, typeof(UnionBot.Services.LegalAid.Lawyers.LawyerBound).Namespace!];

    private static readonly string[] Forbidden =
    [
        "律师", "法律", "仲裁", "欠薪", "工资", "工伤", "辞退", "社保", "加班", "合同", "怀孕", "纠纷", "官司", "公司", "单位", "厂",
    ];

    /// <summary>On a locked phone the first line is read.</summary>
    [Fact]
    public void No_notice_names_lawyer_topic_or_employer_where_it_is_read_on_a_locked_phone() => Assert.All(
        Notices(), notice => Assert.DoesNotContain(Forbidden, word => notice.Split('\n')[0].Contains(word, StringComparison.Ordinal)));

    [Fact]
    public void The_reminder_names_none_of_them_anywhere() => Assert.All(
        Notices().Where(n => n.Contains("能来", StringComparison.Ordinal) || n.StartsWith("title", StringComparison.Ordinal)),
        notice => Assert.DoesNotContain(Forbidden, word => notice.Contains(word, StringComparison.Ordinal)));

    [Fact]
    public void There_are_notices_to_look_at() => Assert.NotEmpty(Notices());

    private static IReadOnlyList<string> Notices() =>
    [
        .. ReplyType.In([typeof(LegalAidRules).Assembly])
            .Where(type => type.Path.StartsWith("legal-aid/", StringComparison.Ordinal) && (!Answers.Contains(type.Type.Namespace) || type.Type == typeof(UnionBot.Services.LegalAid.Talking.StoryIsHeard)))
            .SelectMany(type => type.Samples()).Select(Words.Book.Word),
    ];
}
