namespace UnionBot.SystemTests.Talks;

/// <summary>
/// A talk as staff can read it, and as the sandbox's phone page saves one; a line each:
/// <list type="bullet">
/// <item><c># …</c> a remark;</item>
/// <item><c>工人: …</c> what the worker says, word for word, <c>\n</c> for a new line; or [in brackets] what they do instead;</item>
/// <item><c>职员: [关闭 大厦保洁员]</c> what staff do meanwhile;</item>
/// <item><c>答: …</c> a line of the answer; these lines are the whole of it, in order, and <c>{…}</c> is whatever stands there;</item>
/// <item><c>不答:</c> there is no answer;</item>
/// <item><c>有: …、…</c> what must be somewhere in the answer; <c>没有: …、…</c> what must not.</item>
/// </list>
/// An answer is looked at only where something is said about it.
/// </summary>
internal sealed record Talk(string Name, IReadOnlyList<TalkStep> Steps)
{
    /// <exception cref="InvalidDataException">A line is none of the above; says which.</exception>
    public static Talk Parse(string name, IEnumerable<string> lines)
    {
        var steps = new List<TalkStep>();
        foreach (var (number, line) in lines.Index())
        {
            if (line.Length == 0 || line[0] == '#') continue;

            if (!TryAdd(steps, line)) throw new InvalidDataException($"{name}, line {number + 1}: \"{line}\" is no line of a talk.");
        }

        return new Talk(name, steps);
    }

    private static bool TryAdd(List<TalkStep> steps, string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return false;

        var (who, what) = (line[..colon], line[(colon + 1)..]);
        if (what.StartsWith(' ')) what = what[1..];
        if (who is TalkStep.Worker || (who is TalkStep.Staff && TalkDeed.Read(what) is not null))
        {
            steps.Add(new TalkStep(who, what));
            return true;
        }

        return steps is [.., { Who: TalkStep.Worker } last] && last.Checks.TryAdd(who, what);
    }
}
