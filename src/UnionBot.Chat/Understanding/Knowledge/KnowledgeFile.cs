namespace UnionBot.Chat.Understanding.Knowledge;

/// <summary>Reads one answer: fields between two lines of dashes, then the text.</summary>
internal static class KnowledgeFile
{
    private const string Dashes = "---";
    private const string NotReviewed = "not yet reviewed";
    private const int FewestQuestions = 8;
    private const int LongestQuestion = 60;

    private static readonly string[] Fields =
    [
        "id", "title", "questions", "topic", "sources", "reviewed", "applies_to", "valid_until", "serves", "short",
    ];

    /// <exception cref="BrokenFileException">Something is missing or wrong.</exception>
    public static KnowledgeEntry Read(string path, IReadOnlyDictionary<string, KnowledgeTopic> topics)
    {
        var (head, answer, answerLine) = Split(path);
        var fields = new KnowledgeFields(head, Fields);
        if (answer.Length == 0) throw new BrokenFileException(path, answerLine, "The answer is missing.");
        if (answer.Length > KnowledgeEntry.LongestAnswer)
            throw new BrokenFileException(path, answerLine, $"The answer has {answer.Length} characters; allowed are {KnowledgeEntry.LongestAnswer}.");

        return new KnowledgeEntry(Id(fields, path), fields.Needed("title").Text(), Topic(fields, topics), Questions(fields), answer)
        {
            Sources = Sources(fields),
            AppliesTo = fields.Needed("applies_to").Text(),
            ReviewedOn = Reviewed(fields),
            ValidUntil = fields.Day("valid_until", "none"),
            Serves = fields.Intents("serves"),
            OwnShort = Short(fields),
        };
    }

    /// <summary>Reads the answer that takes the place of another in the demo: an id and the text, nothing else.</summary>
    /// <exception cref="BrokenFileException">Something is missing or wrong.</exception>
    public static KnowledgeEntry ReadDemo(string path, IReadOnlyDictionary<string, KnowledgeEntry> entries)
    {
        var (head, answer, line) = Split(path);
        var fields = new KnowledgeFields(head, "id", "sources");
        if (!entries.TryGetValue(Id(fields, path), out var entry)) throw head.Broken("There is no entry with this id to take the place of.");
        if (!answer.Contains("演示", StringComparison.Ordinal)) throw new BrokenFileException(path, line, "The answer must say 演示.");

        return entry with { Answer = answer, Sources = Sources(fields), ReviewedOn = null, IsDemo = true };
    }

    private static (DataNode Head, string Answer, int AnswerLine) Split(string path)
    {
        var lines = File.ReadAllLines(path);
        var end = lines.Length > 0 && lines[0] == Dashes ? Array.IndexOf(lines, Dashes, 1) : -1;
        if (end < 0) throw new BrokenFileException(path, 1, "The fields must stand between two lines of ---.");

        // The first line is left blank, so that the lines of the fields keep their numbers.
        var head = DataFile.Parse(path, '\n' + string.Join('\n', lines[1..end]));
        var first = end + 1;
        while (first < lines.Length - 1 && lines[first].Length == 0) first++;
        return (head, string.Join('\n', lines[Math.Min(first, lines.Length)..]).Trim(), first + 1);
    }

    private static string Id(KnowledgeFields fields, string path)
    {
        var id = fields.Needed("id");
        return id.Text() == Path.GetFileNameWithoutExtension(path) ? id.Text() : throw id.Broken("The id must be the name of the file.");
    }

    private static KnowledgeTopic Topic(KnowledgeFields fields, IReadOnlyDictionary<string, KnowledgeTopic> topics)
    {
        var topic = fields.Needed("topic");
        return topics.TryGetValue(topic.Text(), out var known) ? known : throw topic.Broken($"'{topic.Text()}' is not in topics.yaml.");
    }

    private static List<string> Questions(KnowledgeFields fields)
    {
        var list = fields.Needed("questions");
        var questions = new List<string>();
        foreach (var item in list.Items())
        {
            if (item.Text().Length > LongestQuestion) throw item.Broken($"A question is longer than {LongestQuestion} characters.");
            if (questions.Contains(item.Text())) throw item.Broken($"'{item.Text()}' stands here twice.");
            questions.Add(item.Text());
        }

        return questions.Count >= FewestQuestions ? questions : throw list.Broken($"At least {FewestQuestions} ways of asking are needed.");
    }

    private static IReadOnlyList<string> Sources(KnowledgeFields fields)
    {
        var sources = fields.Texts("sources");
        return sources.Count > 0 ? sources : throw fields.Needed("sources").Broken("An answer needs a source.");
    }

    private static string? Short(KnowledgeFields fields)
    {
        if (fields.Find("short") is not { } node) return null;

        var text = node.Text();
        return text.Length is > 0 and <= KnowledgeEntry.LongestShort
            ? text
            : throw node.Broken($"The short form has {text.Length} characters; allowed are 1 to {KnowledgeEntry.LongestShort}.");
    }

    private static DateOnly? Reviewed(KnowledgeFields fields)
    {
        fields.Needed("reviewed");
        return fields.Day("reviewed", NotReviewed);
    }
}
