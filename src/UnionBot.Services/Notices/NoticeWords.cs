using UnionBot.Chat.Understanding;
using UnionBot.Core.Messaging;

namespace UnionBot.Services.Notices;

/// <summary>What the kinds of messages are called, from <c>understanding/notices/topics.yaml</c>.</summary>
internal sealed class NoticeWords
{
    private readonly (NoticeTopic Topic, string[] Words)[] _topics;

    private NoticeWords(IReadOnlyList<string[]> lists)
    {
        Choices = lists[0];
        MessageKind[] vacancies = [MessageKind.VacancyPush];
        MessageKind[] events = [MessageKind.Campaign, MessageKind.Broadcast];
        _topics =
        [
            (new NoticeTopic("vacancies", lists[1][0], vacancies), lists[1]),
            (new NoticeTopic("events", lists[2][0], events), lists[2]),
            (new NoticeTopic("all", lists[3][0], [.. vacancies, .. events]), lists[3]),
        ];
    }

    /// <summary>What can be stopped, as it is offered: in the order of <see cref="Topics"/>.</summary>
    public IReadOnlyList<string> Choices { get; }

    public IEnumerable<NoticeTopic> Topics => _topics.Select(t => t.Topic);

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static NoticeWords Load(DataFolder folder)
    {
        var lists = DataFile.Read(folder.Understanding("notices", "topics.yaml"))
            .Sections("choices", "vacancies", "events", "all")
            .Select(list => list.Words().Select(w => w.Word).ToArray())
            .ToList();
        return new NoticeWords(lists);
    }

    /// <summary>What the words name; null when nothing.</summary>
    /// <param name="text">Normalised text, as in <c>Input.Text</c>.</param>
    public NoticeTopic? In(string text) =>
        _topics.FirstOrDefault(t => Array.Exists(t.Words, word => text.Contains(word, StringComparison.Ordinal))).Topic;

    public NoticeTopic? OfKey(string? key) => Topics.FirstOrDefault(t => t.Key == key);
}
