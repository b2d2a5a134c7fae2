namespace UnionBot.SystemTests.Talks;

/// <summary>Holds a talk again and compares the answers with what the file says of them.</summary>
internal static class TalkPlayer
{
    public static async Task PlayAsync(Talk talk, ITalkStage stage)
    {
        foreach (var step in talk.Steps)
        {
            await TakeAsync(step, stage);
            if (step.Checks.IsEmpty) continue;

            var heard = await stage.HearAsync();
            var fault = step.Checks.FaultIn(heard);
            Assert.True(fault is null, $"{talk.Name}, after “{step.Text}”: {fault}. It is\n{heard}");
        }
    }

    private static Task TakeAsync(TalkStep step, ITalkStage stage) => (step.Who, step.Deed) switch
    {
        (TalkStep.Staff, var work) => stage.WorkAsync(work!),
        (_, { } deed) => stage.DoAsync(deed),
        _ => stage.SayAsync(step.Words),
    };
}
