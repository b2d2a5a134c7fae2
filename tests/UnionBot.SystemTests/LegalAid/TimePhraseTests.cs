using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>Days and times as people say them, said in the talk about a consultation: the first time that is kept or offered is on the right day.</summary>
public sealed partial class TimePhraseTests : IAsyncLifetime
{
    /// <summary>The file's lines: when it is said, what is said, and the day, with the time where one was named.</summary>
    private static readonly (string Now, string Words, string Expected)[] Phrases = [.. Read()];

    private TestDatabase _database = null!;
    private LegalOffice _office = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await LegalOffice.OpenAsync(_database);
        await _office.LawyerAsync("周静");
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task What_is_kept_or_offered_first_is_on_the_day_that_was_said()
    {
        Assert.True(Phrases.Length >= 150, $"{Phrases.Length} phrases.");
        var wrong = new List<string>();
        foreach (var (n, (now, words, expected)) in Phrases.Index())
        {
            _office.ItBecomes(now);
            var worker = $"o-{n}";
            await _office.Union.SaysAsync(worker, "老板欠我两万工资，想约律师");
            var answer = await _office.Union.SaysAsync(worker, words);

            if (!FirstIn(answer).StartsWith(expected, StringComparison.Ordinal)) wrong.Add($"{now} {words}: {expected}, not\n{answer}");
            await _database.ExecuteAsync("DELETE FROM legal_taken_time");
        }

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    private static IEnumerable<(string Now, string Words, string Expected)> Read([CallerFilePath] string here = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "time-phrases.txt"))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(" | ")).Select(parts => (parts[0], parts[1], parts[2]));

    /// <summary>The first moment of an answer: of one that keeps a time, that time.</summary>
    private static string FirstIn(string answer)
    {
        var kept = answer.IndexOf("给您留着", StringComparison.Ordinal);
        var moment = Moments().Match(answer, Math.Max(kept, 0));
        return moment.Success
            ? string.Create(CultureInfo.InvariantCulture, $"{int.Parse(moment.Groups["m"].Value, CultureInfo.InvariantCulture):00}-{int.Parse(moment.Groups["d"].Value, CultureInfo.InvariantCulture):00} {moment.Groups["t"].Value}")
            : "nothing";
    }

    [GeneratedRegex("(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日\\(周.\\) (?<t>[0-9]{2}:[0-9]{2})")]
    private static partial Regex Moments();
}
